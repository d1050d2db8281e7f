using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching;

/// <summary>Small, awkward pools from a seed, and a second, plain implementation of the rules to check against.</summary>
internal static class Pools
{
    public static readonly Week Week = new(new LocalDate(2026, 9, 7));
    public static readonly Slot WholeWeek = new(0, Week.QuarterHours);
    public static readonly MatchingRules Rules = new();

    private static readonly string[] Tongues = ["nl", "en", "de"];

    public static PoolMember[] Members(int seed, int count, int hoursFree = 6)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(index => Member(random, index, count, hoursFree))];
    }

    public static PoolHistory History(int seed, PoolMember[] members)
    {
        var random = new Random(seed + 1);
        var pairs = members.SelectMany((one, index) => members.Skip(index + 1).Select(other => new PersonPair(one.Id, other.Id))).ToList();
        ImmutableHashSet<PersonPair> Some(double share) => [.. pairs.Where(_ => random.NextDouble() < share)];
        return new PoolHistory
        {
            DoNotMatch = Some(0.05),
            Again = Some(0.05),
            RoundsSinceMet = Some(0.2).ToImmutableDictionary(pair => pair, _ => random.Next(1, 10)),
        };
    }

    public static List<Acceptance> Yeses(int seed, AskPlan plan, double share = 0.7)
    {
        var random = new Random(seed + 2);
        return
        [
            .. plan.Asks.Where(_ => random.NextDouble() < share)
                .Select(ask => new Acceptance(ask.Member, [.. ask.Gaps.Where((_, index) => index == 0 || random.NextDouble() < 0.7)])),
        ];
    }

    public static bool MaySit(PoolMember one, PoolMember other, PoolHistory history) =>
        one.ManagerId != other.Id && other.ManagerId != one.Id
        && one.Languages.Overlaps(other.Languages)
        && (one.Offers.IsEmpty || other.Offers.IsEmpty || one.Offers.Overlaps(other.Offers))
        && !history.DoNotMatch.Contains(new PersonPair(one.Id, other.Id));

    public static bool MayMeet(PoolMember one, PoolMember other, PoolHistory history, MatchingRules rules)
    {
        var pair = new PersonPair(one.Id, other.Id);
        var tooSoon = history.RoundsSinceMet.TryGetValue(pair, out var rounds) && rounds <= rules.RepeatWindow;
        return MaySit(one, other, history) && (history.Again.Contains(pair) || !tooSoon);
    }

    public static bool CanMeet(PoolMember one, PoolMember other, PoolHistory history, MatchingRules rules) =>
        MayMeet(one, other, history, rules)
        && Enumerable.Range(0, Week.QuarterHours).Any(start => FitsBoth(one, other, new Slot(start, rules.GapQuarters)));

    public static bool FitsBoth(PoolMember one, PoolMember other, Slot slot) =>
        one.Free.IsFree(slot) && other.Free.IsFree(slot) && PlaceChoice.For(Week, slot, [one, other]) is not null;

    private static PoolMember Member(Random random, int index, int count, int hoursFree) => new()
    {
        Id = $"p{index:D4}",
        Office = random.Next(4) == 0 ? null : $"office {random.Next(3)}",
        Department = $"department {random.Next(3)}",
        ManagerId = index > 0 && random.Next(3) > 0 ? $"p{random.Next(Math.Min(index, count)):D4}" : null,
        Zone = DateTimeZone.ForOffset(Offset.FromHours(random.Next(3) - 1)),
        Languages = [.. Tongues.Where(_ => random.Next(2) == 0).DefaultIfEmpty("en")],
        Offers = random.Next(3) == 0 ? [(Offer)random.Next(3)] : [],
        OfficeDays = [.. Enumerable.Range(1, 5).Where(_ => random.Next(2) == 0).Select(day => (IsoDayOfWeek)day)],
        AcceptsOnline = random.Next(3) > 0,
        AcceptsInPerson = random.Next(5) > 0,
        Free = WeekAvailability.FromSlots(
            Enumerable.Range(0, hoursFree).Select(_ => new Slot((random.Next(5) * 96) + 32 + random.Next(32), random.Next(1, 8)))),
        Need = random.Next(1001),
        TurnsLeftOut = random.Next(6) == 0 ? 1 : 0,
    };
}
