struct fault;
MUST_USE bool good(int x, struct fault *why);
