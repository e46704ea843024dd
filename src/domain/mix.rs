//! One lot sold through several doors, with the same purses.
