/* The version of all three programs. */
#define READOUT_VERSION "0.1"
