using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Commands;

/// <summary>All commands and what they do. Those are found when asked for, since help is one of them.</summary>
internal sealed class HelpOverview(IServiceProvider services, PoolCatalogue pools)
{
    public HelpCard For(Participant person) => Card(
        person, services.GetServices<ChatCommand>().Select(command => new HelpLine(command.Words[person.Language][0], command.Help[person.Language])));

    /// <summary>How one command is written, for someone it wasn't clear to.</summary>
    public HelpCard For(Participant person, IReadOnlyDictionary<string, IReadOnlyList<HelpLine>> examples) => Card(person, examples[person.Language]);

    private HelpCard Card(Participant person, IEnumerable<HelpLine> lines) =>
        new(PersonalCards.RefOf(person), [.. lines], CommandRouter.Contacts(pools));
}
