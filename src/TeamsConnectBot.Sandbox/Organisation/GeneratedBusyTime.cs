using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>
/// Anybody's meetings in any week, made when asked for, so that ten weeks of a hundred thousand people cost no memory.
/// Meeting hours a week are lognormal with a median of 14 for a full week; a bit under half of them recur every week.
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
        // A day's difference on both sides covers every zone and shifts across midnight.
        var monday = MondayOf(from.InUtc().Date.PlusDays(-1));
        for (var last = to.InUtc().Date.PlusDays(1); monday <= last; monday = monday.PlusDays(7))
        {
            foreach (var block in WeekOf(person, monday))
            {
                if (block.Start < to && from < block.End)
                {
                    yield return block;
                }
            }
        }
    }

    private static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

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

        var away = DrawAway(ref week, days.Length);
        var dates = days.Select(day => monday.PlusDays((int)day - 1)).ToArray();
        var blocks = plan.Meetings.Where(meeting => !away[meeting.Day])
            .Select(meeting => Block(person, dates[meeting.Day], meeting)).ToList();
        for (var day = 0; day < days.Length; day++)
        {
            if (away[day])
            {
                blocks.Add(AllDayBlocks.Make(person, dates[day], BusyStatus.Oof));
            }
            else if (person.RemoteDays.Contains(days[day]))
            {
                blocks.Add(AllDayBlocks.Make(person, dates[day], BusyStatus.WorkingElsewhere));
            }
        }

        return blocks;
    }

    private static BusyBlock Block(Person person, LocalDate date, WeekPlan.PlannedMeeting meeting)
    {
        var dayStart = person.TimeZone.AtLeniently(date + person.WorkingHours.Start).ToInstant();
        return new BusyBlock(dayStart + Duration.FromMinutes(meeting.Start), dayStart + Duration.FromMinutes(meeting.Start + meeting.Length), meeting.Status);
    }

    private static bool[] DrawAway(ref SeededRandom week, int days)
    {
        var away = new bool[days];
        var kind = week.NextDouble();
        if (kind < 0.03)
        {
            Array.Fill(away, true);
        }
        else if (kind < 0.09)
        {
            away[week.Next(days)] = true;
        }

        return away;
    }
}
