struct fault;
bool bad_face(int x, struct fault *why);
