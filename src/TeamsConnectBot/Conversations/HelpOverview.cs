using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Conversations;

/// <summary>Lists the commands and what they do.</summary>
internal sealed class HelpOverview(IServiceProvider services, OwnSettings own)
{
    // Resolved at each use and not injected, because the help command is one of them and needs this class.
    private IEnumerable<ChatCommand> Commands => services.GetServices<ChatCommand>().OrderBy(command => command.HelpPosition);

    public HelpCard For(Participant person) => Card(
        person,
        Commands.Where(command => command.IsForEverybody)
            .Select(command => new HelpLine(command.Words[person.Language][0], command.Help[person.Language])));

    /// <summary>The commands for people with a role, one per line.</summary>
    public IReadOnlyList<string> ForRoleHolders(string language) =>
        [.. Commands.Where(command => command.RequiresRole).Select(command => $"{command.Words[language][0]}: {command.Help[language]}")];

    /// <summary>The command for everybody that a button stands for; null when there is none, or it is not switched on.</summary>
    public ChatCommand? Find(string verb) => Commands.FirstOrDefault(command => command.IsForEverybody && command.Verb == verb);

    /// <summary>Examples of one command, for somebody whose text was not understood.</summary>
    public HelpCard For(Participant person, IReadOnlyDictionary<string, IReadOnlyList<HelpLine>> examples) =>
        Card(person, examples[person.Language]);

    /// <summary>Asks which of some commands was meant. One that is not switched on is left out.</summary>
    public DidYouMeanCard DidYouMean(Participant person, params string[] verbs) =>
        DidYouMean(person, verbs.Select(Find).OfType<ChatCommand>());

    /// <summary>Asks which of some commands for everybody was meant.</summary>
    public DidYouMeanCard DidYouMean(Participant person, IEnumerable<ChatCommand> near) => new(
        PersonalCards.RefOf(person),
        [.. near.Select(command => new Meant(command.Words[person.Language][0], command.Verb!))],
        own.ContactsIn(person.Language));

    private HelpCard Card(Participant person, IEnumerable<HelpLine> lines) =>
        new(PersonalCards.RefOf(person), [.. lines], own.ContactsIn(person.Language));
}
