//! The program: hands over to the app.

fn main() {
    waymark::app::start();
}
