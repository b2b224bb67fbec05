/* The rounds of a bailiff: which summonses one way serves, and in which order he reaches them.
 *
 * A round is a district a bailiff walks to, or all his summonses of a channel that nobody walks to.
 * Rounds follow each other by their nearest deadline, then by their first village. On the way
 * villages come in the order of data/areas.xml, in a village addresses by street and number; what
 * is not walked to goes by deadline. */
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"
#include "loket/text.h"

#include "private.h"

#define WALKED "jurusita"

bool channel_is_walked(const char *channel)
{
	return text_same(channel, WALKED);
}

const char *round_of(const struct stop *s)
{
	return channel_is_walked(s->channel) ? s->area : s->channel;
}

/* Behind all that are known where the village is not of the court's area. */
static size_t village_place(const struct rulebook *b, const char *code)
{
	size_t place = 0;
	while (place < b->village_count && !text_same(b->villages[place].code, code))
		place++;
	return place;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "Jalan Melati 4" before "Jalan Melati 12": digits by what they amount to. */
static int address_order(const char *a, const char *b)
{
	while (*a != '\0' && *b != '\0') {
		if (is_digit(*a) && is_digit(*b)) {
			a += strspn(a, "0");
			b += strspn(b, "0");
			size_t of_a = strspn(a, "0123456789"), of_b = strspn(b, "0123456789");
			int order = of_a != of_b ? (of_a < of_b ? -1 : 1) : strncmp(a, b, of_a);
			if (order != 0)
				return order;
			a += of_a;
			b += of_b;
		} else if (*a != *b) {
			return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
		} else {
			a++;
			b++;
		}
	}
	return (*a != '\0') - (*b != '\0');
}

struct wayside {
	const struct stop *stop;
	size_t at; /* among the stops as they came */
	bool walked;
	size_t place;
	day nearest;         /* deadline of the round */
	size_t first;        /* place of the round's first village */
	const char *address; /* folded */
};

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_way(const void *x, const void *y)
{
	const struct wayside *a = x, *b = y;
	int order = compare(a->nearest, b->nearest);
	order = order != 0 ? order : compare((int64_t)a->first, (int64_t)b->first);
	order = order != 0 ? order : strcmp(round_of(a->stop), round_of(b->stop));
	order = order != 0 ? order : strcmp(a->stop->bailiff, b->stop->bailiff);
	order = order != 0 ? order : compare(b->walked, a->walked);
	if (order == 0 && a->walked) {
		order = compare((int64_t)a->place, (int64_t)b->place);
		order = order != 0 ? order : address_order(a->address, b->address);
	}
	order = order != 0 ? order : compare(a->stop->deadline, b->stop->deadline);
	return order != 0 ? order : compare((int64_t)a->at, (int64_t)b->at);
}

static bool same_round(const struct stop *a, const struct stop *b)
{
	return channel_is_walked(a->channel) == channel_is_walked(b->channel) &&
	       text_same(round_of(a), round_of(b)) && text_same(a->bailiff, b->bailiff);
}

/* The nearest deadline and the first village of each round; rounds are few. */
static void find_rounds(struct wayside *all, size_t count, struct arena *a)
{
	struct wayside **rounds = arena_get(a, count + 1, sizeof *rounds);
	size_t *round = arena_get(a, count + 1, sizeof *round), n = 0;
	for (size_t i = 0; i < count; i++) {
		size_t r = 0;
		while (r < n && !same_round(rounds[r]->stop, all[i].stop))
			r++;
		if (r == n)
			rounds[n++] = &all[i];
		round[i] = r;
		if (all[i].nearest < rounds[r]->nearest)
			rounds[r]->nearest = all[i].nearest;
		if (all[i].first < rounds[r]->first)
			rounds[r]->first = all[i].first;
	}
	for (size_t i = 0; i < count; i++) {
		all[i].nearest = rounds[round[i]]->nearest;
		all[i].first = rounds[round[i]]->first;
	}
}

void route_order(const struct rulebook *b, const struct stop *stops, size_t count, struct arena *a,
                 size_t *order)
{
	struct wayside *all = arena_get(a, count + 1, sizeof *all);
	for (size_t i = 0; i < count; i++) {
		size_t place = village_place(b, stops[i].village);
		all[i] = (struct wayside){ .stop = &stops[i],
			                   .at = i,
			                   .walked = channel_is_walked(stops[i].channel),
			                   .place = place,
			                   .nearest = stops[i].deadline,
			                   .first = place,
			                   .address = text_fold(a, stops[i].address) };
	}
	find_rounds(all, count, a);
	qsort(all, count, sizeof *all, by_way);
	for (size_t i = 0; i < count; i++)
		order[i] = all[i].at;
}
