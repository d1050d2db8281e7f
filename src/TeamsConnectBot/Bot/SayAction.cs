using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Bot;

/// <summary>Buttons that run a typed command, for the commands that have no button elsewhere.</summary>
internal sealed class SayAction(Database database, CommandRouter<ChatTurn> commands, IEnumerable<ChatCommand> all)
    : PersonalLookupAction(database, participantsOnly: false)
{
    private readonly Dictionary<string, ChatCommand> byVerb = all.Where(command => command.Verb is { } verb && Own.Contains(verb))
        .ToDictionary(command => command.Verb!, StringComparer.Ordinal);

    private static readonly string[] Own =
    [
        Cards.Verbs.SayPause, Cards.Verbs.SayAiWeek, Cards.Verbs.SayWhy, Cards.Verbs.SayStop, Cards.Verbs.SayRules,
        Cards.Verbs.SayPassItOn, Cards.Verbs.SayCheckIn, Cards.Verbs.SayLanguage, Cards.Verbs.SayAppointments,
    ];

    public override IReadOnlyList<string> Verbs => Own;

    protected override Task<Card> HandleAsync(Participant person, Click click, CancellationToken cancellationToken) =>
        commands.RunAsync(byVerb[click.Verb], new ChatTurn(click.Sender, person, "", "", Database), cancellationToken);
}
