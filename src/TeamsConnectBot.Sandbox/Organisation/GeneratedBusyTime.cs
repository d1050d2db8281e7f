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
    private const int StepMinutes = 30;
    private const int Attempts = 60;

    private static readonly int[] Lengths = [30, 60, 90, 120];
    private static readonly double[] LengthWeights = [0.45, 0.4, 0.1, 0.05];

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

        var plan = new bool[days.Length, minutesADay / StepMinutes];
        var blocks = new List<BusyBlock>();
        var away = DrawAway(ref week, days.Length);
        var used = Fill(ref recurring, target * RecurringShare);
        Fill(ref week, target - used);
        for (var day = 0; day < days.Length; day++)
        {
            var date = monday.PlusDays((int)days[day] - 1);
            if (away[day])
            {
                blocks.Add(AllDayBlocks.Make(person, date, BusyStatus.Oof));
            }
            else if (person.RemoteDays.Contains(days[day]))
            {
                blocks.Add(AllDayBlocks.Make(person, date, BusyStatus.WorkingElsewhere));
            }
        }

        return blocks;

        int Fill(ref SeededRandom random, double goal)
        {
            var filled = 0;
            for (var attempt = 0; attempt < Attempts && filled < goal; attempt++)
            {
                var day = random.Next(days.Length);
                var steps = Lengths[random.PickWeighted(LengthWeights)] / StepMinutes;
                var start = random.Next(Math.Max(1, plan.GetLength(1) - steps + 1));
                var status = random.Chance(0.9) ? BusyStatus.Busy : BusyStatus.Tentative;
                if (!TryTake(day, start, steps))
                {
                    continue;
                }

                filled += steps * StepMinutes;
                if (!away[day])
                {
                    blocks.Add(Meeting(person, monday.PlusDays((int)days[day] - 1), start, steps, status));
                }
            }

            return filled;
        }

        bool TryTake(int day, int start, int steps)
        {
            if (start + steps > plan.GetLength(1))
            {
                return false;
            }

            for (var step = start; step < start + steps; step++)
            {
                if (plan[day, step])
                {
                    return false;
                }
            }

            for (var step = start; step < start + steps; step++)
            {
                plan[day, step] = true;
            }

            return true;
        }
    }

    private static BusyBlock Meeting(Person person, LocalDate date, int start, int steps, BusyStatus status)
    {
        var dayStart = person.TimeZone.AtLeniently(date + person.WorkingHours.Start).ToInstant();
        var begin = dayStart + Duration.FromMinutes((long)start * StepMinutes);
        return new BusyBlock(begin, begin + Duration.FromMinutes((long)steps * StepMinutes), status);
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
