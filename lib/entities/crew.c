/* The number of processors is asked for by a name beside POSIX that all systems have. */
#if defined __OpenBSD__ || defined __NetBSD__ || defined __FreeBSD__ || defined __APPLE__
#undef _POSIX_C_SOURCE
#elif defined __linux__
#define _DEFAULT_SOURCE
#endif

#include "crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"

enum {
	BLOCK = 64 << 10,         /* bytes of records given to a member at once */
	LONGEST_BLOCK = 512 << 10, /* a longer document is read by the caller's tagger */
	STACK = 1 << 20,          /* of a thread: musl's 128 KiB are few */
	MOST_WORKERS = 64,
};

/* A block of whole documents on its way through the crew. */
struct job {
	char *bytes; /* malloc'ed, kept for the next block */
	size_t len, size;
	uint64_t line;       /* number of the line before the first */
	struct output out;   /* what was made of it */
	struct progress progress;
	bool done;
	bool spoiled;        /* there are lines to complain of: the caller reads it again */
};

struct crew {
	struct tagger *tagger; /* the caller's */
	unsigned workers;      /* wanted; 0: no thread can be had */
	unsigned running;
	pthread_t threads[MOST_WORKERS];
	pthread_mutex_t lock;  /* for what follows, and job.done */
	pthread_cond_t given_one, done_one;
	bool over;
	uint64_t given, taken; /* jobs so far; job n is jobs[n % job_count] */
	uint64_t collected;    /* the caller's own */
	unsigned job_count;
	struct job jobs[];
};

unsigned
crew_processors(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);

	return count < 1 ? 1 : count > MOST_WORKERS ? MOST_WORKERS : (unsigned)count;
}

struct crew *
crew_new(struct tagger *tagger, unsigned workers)
{
	unsigned job_count;
	struct crew *crew;

	if (workers < 2)
		return NULL;
	if (workers > MOST_WORKERS)
		workers = MOST_WORKERS;
	job_count = 2 * workers;
	if (!(crew = calloc(1, sizeof *crew + job_count * sizeof crew->jobs[0])))
		diag_no_memory();
	crew->tagger = tagger;
	crew->workers = workers;
	crew->job_count = job_count;
	pthread_mutex_init(&crew->lock, NULL);
	pthread_cond_init(&crew->given_one, NULL);
	pthread_cond_init(&crew->done_one, NULL);
	return crew;
}

static void
do_job(struct tagger *tagger, struct job *job)
{
	struct input in = input_of((struct slice){job->bytes, job->len}, "", job->line);

	tagger->out = job->out;
	tagger->progress = &job->progress;
	tagger->spoiled = false;
	output_hold(&tagger->out);
	tagger_read(tagger, &in, false);
	tagger_finish(tagger);
	job->out = tagger->out;
	job->spoiled = tagger->spoiled;
}

/* The next job, or NULL when no more will come. */
static struct job *
take_job(struct crew *crew)
{
	struct job *job = NULL;

	pthread_mutex_lock(&crew->lock);
	while (crew->taken == crew->given && !crew->over)
		pthread_cond_wait(&crew->given_one, &crew->lock);
	if (crew->taken < crew->given)
		job = &crew->jobs[crew->taken++ % crew->job_count];
	pthread_mutex_unlock(&crew->lock);
	return job;
}

static void *
work(void *argument)
{
	struct crew *crew = argument;
	struct tagger *tagger = calloc(1, sizeof *tagger);
	struct job *job;

	if (!tagger)
		diag_no_memory();
	tagger->lexicon = crew->tagger->lexicon;
	tagger->date = crew->tagger->date;
	tagger->emit = crew->tagger->emit;
	tagger->headed = crew->tagger->headed;
	tagger->silent = true;
	tagger_open(tagger);
	while ((job = take_job(crew))) {
		do_job(tagger, job);
		pthread_mutex_lock(&crew->lock);
		job->done = true;
		pthread_cond_signal(&crew->done_one);
		pthread_mutex_unlock(&crew->lock);
	}
	tagger_free(tagger);
	free(tagger);
	return NULL;
}

/* Signals are for the thread that reads: it alone can answer. */
static void
start(struct crew *crew)
{
	sigset_t all, before;
	pthread_attr_t attributes;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, STACK);
	while (crew->running < crew->workers &&
	    pthread_create(&crew->threads[crew->running], &attributes, work, crew) == 0)
		crew->running++;
	crew->workers = crew->running;
	pthread_attr_destroy(&attributes);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* Waits for the oldest job and writes what was made of it. */
static void
collect(struct crew *crew, const struct input *in)
{
	struct job *job = &crew->jobs[crew->collected++ % crew->job_count];
	struct tagger *tagger = crew->tagger;

	pthread_mutex_lock(&crew->lock);
	while (!job->done)
		pthread_cond_wait(&crew->done_one, &crew->lock);
	pthread_mutex_unlock(&crew->lock);
	if (job->spoiled) {
		struct input again = input_of((struct slice){job->bytes, job->len}, in->name, job->line);

		tagger_read(tagger, &again, false);
		tagger_finish(tagger);
	} else {
		output_bytes(&tagger->out, job->out.buffer, job->out.used);
		tagger->progress->documents += job->progress.documents;
		tagger->progress->records += job->progress.records;
	}
	job->progress = (struct progress){0};
	job->done = false;
}

static void
collect_all(struct crew *crew, const struct input *in)
{
	while (crew->collected < crew->given)
		collect(crew, in);
}

/* Gives the first size bytes of in to the crew. */
static void
give(struct crew *crew, struct input *in, size_t size)
{
	const char *bytes = input_bytes(in).at, *at;
	struct job *job;

	if (crew->given - crew->collected == crew->job_count)
		collect(crew, in);
	job = &crew->jobs[crew->given % crew->job_count];
	if (size > job->size) {
		free(job->bytes);
		if (!(job->bytes = malloc(size)))
			diag_no_memory();
		job->size = size;
	}
	memcpy(job->bytes, bytes, size);
	job->len = size;
	job->line = in->line;
	for (at = bytes; (at = memchr(at, '\n', size - (size_t)(at - bytes))); at++)
		in->line++;
	input_use(in, size);
	pthread_mutex_lock(&crew->lock);
	crew->given++;
	pthread_cond_signal(&crew->given_one);
	pthread_mutex_unlock(&crew->lock);
}

/* Where the last document of these bytes begins: those before it are whole. 0: there
 * is only one. A line that is no record belongs to the document before it. */
static size_t
last_document(struct slice bytes)
{
	size_t end = bytes.len, from, begin = 0;
	struct record record;
	struct slice doc = {NULL, 0};

	while (end > 0 && bytes.at[end - 1] != '\n')
		end--;
	for (; end > 0; end = from) {
		for (from = end - 1; from > 0 && bytes.at[from - 1] != '\n';)
			from--;
		if (bytes.at[from] == '#' || record_parse(slice_cut(bytes, from, end - 1), &record))
			continue;
		if (doc.at && !slice_equal(doc, record.doc))
			return begin;
		doc = record.doc;
		begin = from;
	}
	return 0;
}

/* Reads until there are that many bytes; false at the end of the input. */
static bool
fill(struct input *in, size_t wanted)
{
	while (input_bytes(in).len < wanted)
		if (!input_fill(in))
			return false;
	return true;
}

void
crew_read(struct crew *crew, struct input *in, bool last)
{
	struct tagger *tagger = crew->tagger;
	size_t wanted = BLOCK, size;
	bool more = !tagger->in_document || tagger_read(tagger, in, true);

	while (more && crew->workers > 0) {
		more = fill(in, wanted);
		if (more && !crew->running)
			start(crew);
		if (!crew->running)
			break;
		size = more || !last ? last_document(input_bytes(in)) : input_bytes(in).len;
		if (size > 0) {
			give(crew, in, size);
			wanted = BLOCK;
		} else if (wanted < LONGEST_BLOCK) {
			wanted *= 2;
		} else {
			collect_all(crew, in);
			more = tagger_read(tagger, in, true);
			wanted = BLOCK;
		}
	}
	collect_all(crew, in);
	tagger_read(tagger, in, false);
}

void
crew_end(struct crew *crew)
{
	unsigned i;

	if (!crew)
		return;
	pthread_mutex_lock(&crew->lock);
	crew->over = true;
	pthread_cond_broadcast(&crew->given_one);
	pthread_mutex_unlock(&crew->lock);
	for (i = 0; i < crew->running; i++)
		pthread_join(crew->threads[i], NULL);
	for (i = 0; i < crew->job_count; i++) {
		free(crew->jobs[i].bytes);
		if (crew->jobs[i].out.buffer)
			output_close(&crew->jobs[i].out);
	}
	pthread_mutex_destroy(&crew->lock);
	pthread_cond_destroy(&crew->given_one);
	pthread_cond_destroy(&crew->done_one);
	free(crew);
}
