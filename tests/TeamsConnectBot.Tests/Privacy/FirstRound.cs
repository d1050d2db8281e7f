using TeamsConnectBot.Cards;
using TeamsConnectBot.Sandbox.Behaviour;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>The first round in a <see cref="PrivacyWorld"/>, on its first Monday.</summary>
internal static class FirstRound
{
    /// <summary>A moment at which everyone has received their invitation.</summary>
    public static readonly DateTimeOffset Invited = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    /// <summary>The moment announced by the invitations, noon in Amsterdam, when the round is settled.</summary>
    public static readonly DateTimeOffset Settled = new(2026, 3, 3, 11, 0, 0, TimeSpan.Zero);

    /// <summary>Connects two people: both join, say yes to every slot and are matched with each other.</summary>
    public static async Task MeetAsync(PrivacyWorld world, Person one, Person other, bool aiUse = false)
    {
        await world.JoinAsync(one, aiUse: aiUse);
        await world.JoinAsync(other);
        await world.AdvanceToAsync(Invited);
        await SayYesAsync(world, one);
        await SayYesAsync(world, other);
        await world.AdvanceToAsync(Settled);
    }

    /// <summary>Ticks every slot of the person's invitation and says yes.</summary>
    public static Task<string> SayYesAsync(PrivacyWorld world, Person person)
    {
        var card = new CardView(world.FromBot(person).Last(message => message.HasButton(Verbs.InvitationYes)).CardJson!);
        return world.ClickAsync(
            person, Verbs.InvitationYes, new JsonObject { [Inputs.Gaps] = string.Join(',', card.Choices(Inputs.Gaps)) });
    }
}
