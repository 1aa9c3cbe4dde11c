#pragma once

/// The file with the addresses of names, or NULL. A program that links this looks names up in the file that the environment
/// variable TEST_HOSTS names, each time anew: a line a name, then its addresses, in the order in which they are found. Names that
/// are not in it are the system's to know.
const char *test_hosts(void);
