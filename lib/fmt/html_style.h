/* The style sheet of the page that html.c writes: it needs nothing beside it. */
#ifndef READOUT_FMT_HTML_STYLE_H
#define READOUT_FMT_HTML_STYLE_H

/* Lines without newline, NULL behind the last. */
extern const char *const html_style[];

#endif
