using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>Chooses the offer of an invitation or a meeting, within the offers that people chose for themselves.</summary>
internal static class OfferChoice
{
    /// <summary>Whoever is invited to lunch comes for lunch alone, so that they are offered lunch time only.</summary>
    public static PoolMember InvitedTo(PoolMember member, Offer offered) =>
        offered == Offer.Lunch && Accepts(member, offered) && !(member.Offers.Contains(Offer.Learning) && member.MeetsToLearn)
            ? member with { Offers = [offered] }
            : member;

    /// <summary>
    /// The offer of somebody's invitation: the rule's or the pool's, or else the first one they chose, as far as it suits the moments they
    /// are offered.
    /// </summary>
    public static Offer For(Preferences chosen, Offer offered, Offer poolOffer, Ask ask)
    {
        // Preferably not lunch: where it shares a card with another offer, its moments say so.
        var accepted = chosen.Kinds.Prepend(offered).Where(offer => Accepts(chosen, offer, ask.Member))
            .OrderBy(offer => ask.Gaps.All(gap => Suits(ask.Member, offer, gap)) ? 0 : 1)
            .ThenBy(offer => offer == offered ? 0 : 1).ThenBy(offer => offer == Offer.Lunch ? 1 : 0).ToList();
        return accepted.Count > 0 ? accepted[0] : offered == Offer.Learning ? poolOffer : offered;
    }

    /// <summary>The offer of a settled meeting.</summary>
    public static Offer Of(SettledGroup group, IEnumerable<Offer> asked, Offer poolOffer) =>
        group.IsLunch ? Offer.Lunch : group.IsLearning ? Offer.Learning : Of(group.Members, asked, poolOffer);

    /// <summary>
    /// The offer of a meeting for neither lunch nor learning: what everyone was invited to, or else an offer everyone accepts, preferably
    /// the pool's.
    /// </summary>
    public static Offer Of(IReadOnlyCollection<PoolMember> members, IEnumerable<Offer> asked, Offer poolOffer)
    {
        var different = asked.Distinct().ToList();
        return different is [var one] && IsPlain(one)
            ? one
            : different.Prepend(poolOffer).Concat(members.SelectMany(member => member.Offers).Order()).Where(IsPlain)
                .FirstOrDefault(offer => members.All(member => Accepts(member, offer)), IsPlain(poolOffer) ? poolOffer : Offer.Coffee);
    }

    private static bool IsPlain(Offer offer) => offer is not (Offer.Lunch or Offer.Learning);

    private static bool Accepts(PoolMember member, Offer offer) =>
        member.Offers.Contains(offer) || member.Offers.All(named => named == Offer.Learning);

    private static bool Accepts(Preferences chosen, Offer offer, PoolMember member) =>
        (chosen.Kinds.IsDefaultOrEmpty || chosen.Kinds.Contains(offer)) && (offer != Offer.Learning || member.MeetsToLearn);

    private static bool Suits(PoolMember member, Offer offer, Slot gap) =>
        (offer == Offer.Lunch ? member.FreeAtLunch : member.Free).IsFree(gap);
}
