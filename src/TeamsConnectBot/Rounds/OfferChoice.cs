using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>Chooses the offer of an invitation or a meeting, within the offers that people chose for themselves.</summary>
internal static class OfferChoice
{
    /// <summary>The offer of somebody's invitation: the rule's or the pool's, or else the first one they chose.</summary>
    public static Offer For(Preferences chosen, Offer offered) =>
        chosen.Kinds.IsDefaultOrEmpty || chosen.Kinds.Contains(offered) ? offered : chosen.Kinds[0];

    /// <summary>The offer of a meeting: what everyone was invited to, or else an offer everyone accepts, preferably the pool's.</summary>
    public static Offer Of(IReadOnlyCollection<PoolMember> members, IEnumerable<Offer> asked, Offer poolOffer)
    {
        var different = asked.Distinct().ToList();
        return different is [var one]
            ? one
            : different.Prepend(poolOffer).Concat(members.SelectMany(member => member.Offers).Order())
                .FirstOrDefault(offer => members.All(member => member.Offers.IsEmpty || member.Offers.Contains(offer)), poolOffer);
    }
}
