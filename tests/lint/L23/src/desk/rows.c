struct filing;
enum state;
struct row {
	struct filing *filing;
};
