using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>
/// Anybody's meetings in any week, generated on request, so that ten weeks of a hundred thousand people take no memory.
/// Meeting hours per week are lognormal with a median of 14 for a full week; just under half of them recur every week.
/// </summary>
internal sealed class GeneratedBusyTime(ulong seed)
{
    private const double MedianHours = 14;
    private const double SpreadBetweenPeople = 0.42;
    private const double SpreadBetweenWeeks = 0.22;
    private const double RecurringShare = 0.45;
    private const double MostOfTheWeek = 0.8;

    public IEnumerable<BusyBlock> Of(Person person, Instant from, Instant to)
    {
        // A day of margin on both sides covers every time zone and shifts across midnight.
        var first = from.InUtc().Date.PlusDays(-1);
        var monday = first.PlusDays(1 - (int)first.DayOfWeek);
        for (var last = to.InUtc().Date.PlusDays(1); monday <= last; monday = monday.PlusDays(7))
        {
            foreach (var block in WeekOf(person, monday).Where(block => block.Start < to && from < block.End))
            {
                yield return block;
            }
        }
    }

    private List<BusyBlock> WeekOf(Person person, LocalDate monday)
    {
        var personSeed = SeededRandom.Mix(seed, person.ObjectId);
        var recurring = new SeededRandom(personSeed);
        var week = new SeededRandom(SeededRandom.Mix(personSeed, (ulong)(monday - new LocalDate(2000, 1, 3)).Days));
        var days = person.WorkingHours.Days.List().ToArray();
        if (days.Length == 0)
        {
            return [];
        }

        var minutesADay = (int)person.WorkingHours.Length.TotalMinutes;
        var planned = 60 * MedianHours * Math.Exp(SpreadBetweenPeople * recurring.NextNormal()) * days.Length / 5;
        var target = Math.Min(planned * Math.Exp(SpreadBetweenWeeks * week.NextNormal()), MostOfTheWeek * minutesADay * days.Length);

        var plan = new WeekPlan(days.Length, minutesADay);
        var used = plan.Fill(ref recurring, target * RecurringShare);
        plan.Fill(ref week, target - used);

        // In some weeks the person is on holiday, and in some they have one day off.
        var kind = week.NextDouble();
        var dayOff = kind is >= 0.03 and < 0.09 ? week.Next(days.Length) : -1;
        bool IsAway(int day) => kind < 0.03 || day == dayOff;
        var dates = days.Select(day => monday.PlusDays((int)day - 1)).ToArray();
        return
        [
            .. plan.Meetings.Where(meeting => !IsAway(meeting.Day)).Select(meeting => Block(person, dates[meeting.Day], meeting)),
            .. from day in Enumerable.Range(0, days.Length)
               where IsAway(day) || person.RemoteDays.Contains(days[day])
               select AllDayBlocks.Make(person, dates[day], IsAway(day) ? BusyStatus.Oof : BusyStatus.WorkingElsewhere),
        ];
    }

    private static BusyBlock Block(Person person, LocalDate date, WeekPlan.PlannedMeeting meeting)
    {
        var dayStart = person.TimeZone.AtLeniently(date + person.WorkingHours.Start).ToInstant();
        var start = dayStart + Duration.FromMinutes(meeting.Start);
        return new BusyBlock(start, start + Duration.FromMinutes(meeting.Length), meeting.Status);
    }
}
