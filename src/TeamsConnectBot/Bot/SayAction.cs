using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Bot;

/// <summary>Buttons that stand for a command as it is typed, for those that have no button elsewhere.</summary>
internal sealed class SayAction(Database database, CommandRouter commands, IEnumerable<ChatCommand> all) : CardAction
{
    private readonly Dictionary<string, ChatCommand> byVerb = all.Where(command => command.Verb is { } verb && Own.Contains(verb))
        .ToDictionary(command => command.Verb!, StringComparer.Ordinal);

    private static readonly string[] Own =
        [Cards.Verbs.SayPause, Cards.Verbs.SayAiWeek, Cards.Verbs.SayWhy, Cards.Verbs.SayStop, Cards.Verbs.SayRules, Cards.Verbs.SayPassItOn, Cards.Verbs.SayCheckIn, Cards.Verbs.SayLanguage];

    public override IReadOnlyList<string> Verbs => Own;

    public override async Task<Card> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(db => db.Participants.FindAsync([click.PersonId], cancellationToken).AsTask(), cancellationToken) is not { } person)
        {
            return Gone;
        }

        return PersonalCards.IsOf(person, click.Ref)
            ? await commands.RunAsync(byVerb[click.Verb], person, "", cancellationToken)
            : NotYours;
    }
}
