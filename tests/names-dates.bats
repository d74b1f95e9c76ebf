#!/usr/bin/env bats
# Dates by the words around them and by the day of publication, and dates that a
# scanner has damaged. Each line is a sentence of our own, its dates marked with their keys.

load helper

@test "a weekday or a month without a year is past or to come by the nearest verb" {
	marks date <<-'E'
	They spoke by telephone on [date:2020-07-01|Wednesday] with the envoy.
	On [date:2020-07-08|Wednesday] we continue our talks in Vienna.
	On [date:2020-07-06|Monday], the Minister will travel to Oslo.
	He said on [date:2020-07-01|Wednesday] that he would leave for Japan on [date:2020-07-07|Tuesday].
	The storm is expected to make landfall as soon as [date:2020-07-09|Thursday morning].
	They met [date:2020-06-29|this Monday]; they will meet again [date:2020-07-05|this Sunday].
	They must reply by [date:2020-07-04|Saturday].
	They agreed to stay in touch through the [date:2020-07-04|weekend].
	On [date:2020-07-07|Tuesday next week] they will meet again.
	Pursuant to the President's [date:2020-01-27|January 27] Executive Order they acted.
	[date:2020|This year] alone, between [date:2020-01|January] and [date:2020-06|June], they met twice.
	She thanked him for hosting the Forum in [date:2020-01|January].
	They wished to reach an accord at the summit in [date:2021-02|February].
	The prices are scheduled to be announced in [date:2021-01|January], and all agree.
	The fees will rise, based on an index of the harbours, on [date:2021-02-01|February 1].
	They spoke of the treaty that was signed in [date:2019-11|November].
	E
}

@test "years and their parts" {
	marks date <<-'E'
	The law of [date:2018|2018] was changed in mid-[date:2019|2019].
	The [date:2019|financial year 2019-20], [date:2020|FY2020/21] and [date:2020-Q3|H2 2020] differ.
	They met [date:2019|a year ago] and [date:2020-W26|a week ago].
	In the last week of [date:2020-05|May], nobody met.
	Over a year ago they met.
	E
}

@test "fiscal years, quarters, seasons, weeks and months counted from the day of publication" {
	marks date <<-'E'
	They agreed on it for [date:2020|this fiscal year] and [date:2021|next fiscal year].
	They will meet [date:2020-FA|this autumn] and [date:2020-Q4|next quarter].
	They met [date:2020-SP|last spring] and [date:2019-WI|last winter], and will meet [date:2020-07-06|Monday of next week].
	They met [date:2020-05|two months ago] and [date:2017|three years ago].
	They met in the [date:2020-W26|week of June 22] and in the [date:2019-W26|week of June 24, 2019].
	They met in [date:2019-06|June of last year], and will meet in [date:2021-08|August next year].
	[date:2021|FY 21] was hard; [date:2020|FY 2020] was not.
	They met decades ago.
	E
}

@test "scanned and careless figures, only beside the name of a month" {
	marks date <<-'E'
	It was signed in Canberra on [date:1968-03-30|3Oth March l968].
	It was signed on [date:1970-07-12|July l2, i970].
	It was signed on [date:2018-03-07|March, 7, 2018].
	They met on [date:2020-06-12|Friday, 12, June] in Rome.
	They met on [date:2020-06-27|27/6/20] in Rome.
	The i970 and l2 valves are closed in [date:2020-05|May].
	The release No. 45/ 1968 is lost.
	E
}
