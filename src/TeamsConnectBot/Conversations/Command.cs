using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Conversations;

/// <summary>Something a person typed.</summary>
/// <param name="Text">What follows the command's own words; before a command is found, all of it.</param>
internal abstract record CommandTurn(ActivitySender Sender, string Text);

/// <summary>One thing people can type. The type of its turn says where: in the person's own chat, or in a channel or group chat.</summary>
internal abstract class Command<TTurn>
    where TTurn : CommandTurn
{
    /// <summary>What people type, by language; help shows the first. All languages are understood everywhere.</summary>
    public abstract IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; }

    public abstract Task<Card> RunAsync(TTurn turn, CancellationToken cancellationToken);

    protected static IReadOnlyDictionary<string, IReadOnlyList<string>> ByLanguage(IReadOnlyList<string> nl, IReadOnlyList<string> en) =>
        new Dictionary<string, IReadOnlyList<string>> { ["nl"] = nl, ["en"] = en };

    protected static IReadOnlyDictionary<string, string> ByLanguage(string nl, string en) =>
        new Dictionary<string, string> { ["nl"] = nl, ["en"] = en };
}
