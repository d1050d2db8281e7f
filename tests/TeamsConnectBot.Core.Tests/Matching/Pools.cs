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

        // Lists, because the order of a set of strings differs from process to process, and with it what a seed gives.
        List<PersonPair> Some(double share) => [.. pairs.Where(_ => random.NextDouble() < share)];
        return new PoolHistory
        {
            DoNotMatch = [.. Some(0.05)],
            Again = [.. Some(0.05)],
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
        && (Named(one).Count == 0 || Named(other).Count == 0 || Named(one).Intersect(Named(other)).Any() || one.CanLearnWith(other))
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

    /// <summary>Whether a slot suits both, for lunch if that is all they have in common, and there is a place.</summary>
    public static bool FitsBoth(PoolMember one, PoolMember other, Slot slot) =>
        (ForLunch(one, other, slot) || ForAnythingElse(one, other, slot)) && PlaceChoice.For(Week, slot, [one, other]) is not null;

    public static bool ForLunch(PoolMember one, PoolMember other, Slot slot) => IsAtLunch(one, slot) && IsAtLunch(other, slot);

    public static bool ForAnythingElse(PoolMember one, PoolMember other, Slot slot) =>
        one.Free.IsFree(slot) && other.Free.IsFree(slot)
        && (OtherOffers(one).Overlaps(OtherOffers(other)) || one.CanLearnWith(other));

    /// <summary>The slots that suit one person, whoever the other is.</summary>
    public static bool Suits(PoolMember one, Slot slot) =>
        IsAtLunch(one, slot) || (one.Free.IsFree(slot) && (OtherOffers(one).Count > 0 || one.MeetsToLearn));

    private static bool IsAtLunch(PoolMember one, Slot slot) =>
        Named(one) is var named && (named.Contains(Offer.Lunch) || (named.Count == 0 && one.Free.IsFree(slot)))
        && one.FreeAtLunch.IsFree(slot);

    private static HashSet<Offer> OtherOffers(PoolMember one) =>
        [.. (Named(one) is { Count: > 0 } named ? named : [.. Enum.GetValues<Offer>()])
            .Where(offer => offer is not (Offer.Lunch or Offer.Learning))];

    private static List<Offer> Named(PoolMember one) => [.. one.Offers.Where(offer => offer != Offer.Learning)];

    private static PoolMember Member(Random random, int index, int count, int hoursFree)
    {
        var member = Plain(random, index, count, hoursFree);
        return member with { FreeAtLunch = member.Free.And(LunchTime.In(Week, member.Zone, LunchTime.Usual)) };
    }

    private static PoolMember Plain(Random random, int index, int count, int hoursFree) => new()
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
