using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>What people are asked and brought together for, within the kinds of contact they chose.</summary>
internal static class Kinds
{
    /// <summary>What somebody is asked for: what the rule or the pool offers, or else the first kind they chose.</summary>
    public static Offer For(Preferences chosen, Offer offered) =>
        chosen.Kinds.IsDefaultOrEmpty || chosen.Kinds.Contains(offered) ? offered : chosen.Kinds[0];

    /// <summary>What a group meets for: what all were asked for, or else something all would come for; the pool's own where it can be.</summary>
    public static Offer Of(IReadOnlyCollection<PoolMember> members, IEnumerable<Offer> asked, Offer ofThePool)
    {
        var different = asked.Distinct().ToList();
        return different is [var one]
            ? one
            : different.Prepend(ofThePool).Concat(members.SelectMany(member => member.Offers).Order())
                .FirstOrDefault(offer => members.All(member => member.Offers.IsEmpty || member.Offers.Contains(offer)), ofThePool);
    }
}
