using System.Text.Json.Nodes;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>The Monday's round, as a test has people live it.</summary>
internal static class Round
{
    /// <summary>When everyone has their invitation.</summary>
    public static readonly DateTimeOffset Invited = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    /// <summary>The moment the invitations announce, noon in Amsterdam: the round is settled.</summary>
    public static readonly DateTimeOffset Settled = new(2026, 3, 3, 11, 0, 0, TimeSpan.Zero);

    /// <summary>Two take part, say yes to everything and learn of each other.</summary>
    public static async Task MeetAsync(PrivacyWorld world, Person one, Person other, bool aiUse = false)
    {
        await world.JoinAsync(one, aiUse: aiUse);
        await world.JoinAsync(other);
        await world.AdvanceToAsync(Invited);
        await SayYesAsync(world, one);
        await SayYesAsync(world, other);
        await world.AdvanceToAsync(Settled);
    }

    public static Task<string> SayYesAsync(PrivacyWorld world, Person person)
    {
        var card = new CardView(world.FromBot(person).Last(message => message.CardJson is { } json && new CardView(json).Has(Verbs.InvitationYes)).CardJson!);
        return world.ClickAsync(person, Verbs.InvitationYes, new JsonObject { [Inputs.Gaps] = string.Join(',', card.Choices(Inputs.Gaps)) });
    }
}
