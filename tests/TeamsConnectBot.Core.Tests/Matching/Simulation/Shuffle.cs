using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Simulation;

/// <summary>
/// The method of comparable bots, applied to the same answers: shuffle the yeses and pair neighbours. A pair that may not meet or shares no
/// ticked gap is dropped, and so is the odd one out. History is ignored.
/// </summary>
internal sealed class Shuffle(int seed)
{
    private readonly Random random = new(seed);
    private readonly Dictionary<string, int> turns = [];
    private readonly Dictionary<PersonPair, int> lastMet = [];

    public int Yeses { get; private set; }

    public int Pairs { get; private set; }

    public int Feasible { get; private set; }

    /// <summary>How many of the pairs could meet at any time of the week, as when calendars decide and nobody is asked.</summary>
    public int FeasibleAnyTime { get; private set; }

    public int LeftOut { get; private set; }

    public int LeftOutTwice { get; private set; }

    public int Repeats { get; private set; }

    public void Settle(Week week, int round, IReadOnlyList<Acceptance> yeses, int repeatWindow)
    {
        var shuffled = yeses.OrderBy(yes => yes.Member.Id, StringComparer.Ordinal).ToArray();
        random.Shuffle(shuffled);
        Yeses += shuffled.Length;
        foreach (var pair in shuffled.Chunk(2))
        {
            if (pair.Length < 2)
            {
                Leave(pair);
                continue;
            }

            Pairs++;
            var may = May(pair[0].Member, pair[1].Member);
            FeasibleAnyTime += may && Enumerable.Range(0, Week.QuarterHours).Any(start => Fits(week, pair, new Slot(start, 2))) ? 1 : 0;
            if (may && pair[0].Ticked.Intersect(pair[1].Ticked).Any(slot => Fits(week, pair, slot)))
            {
                Meet(pair, round, repeatWindow);
            }
            else
            {
                Leave(pair);
            }
        }
    }

    private void Meet(Acceptance[] pair, int round, int repeatWindow)
    {
        Feasible++;
        var both = new PersonPair(pair[0].Member.Id, pair[1].Member.Id);
        Repeats += lastMet.TryGetValue(both, out var met) && round - met <= repeatWindow ? 1 : 0;
        lastMet[both] = round;
        Array.ForEach(pair, answer => turns.Remove(answer.Member.Id));
    }

    private void Leave(Acceptance[] answers)
    {
        foreach (var answer in answers)
        {
            LeftOut++;
            LeftOutTwice += turns.GetValueOrDefault(answer.Member.Id) > 0 ? 1 : 0;
            turns[answer.Member.Id] = turns.GetValueOrDefault(answer.Member.Id) + 1;
        }
    }

    private static bool May(PoolMember one, PoolMember other) =>
        one.ManagerId != other.Id && other.ManagerId != one.Id && one.Languages.Overlaps(other.Languages);

    private static bool Fits(Week week, Acceptance[] pair, Slot slot) =>
        pair.All(yes => yes.Member.Free.IsFree(slot)) && PlaceChoice.For(week, slot, [.. pair.Select(yes => yes.Member)]) is not null;
}
