size_t bad_alone(struct nobody_knows s);
