using TeamsConnectBot.Cards;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Tests.Cards;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Clicks every button of every card in a channel, and collects what the channel and the people who click can see.</summary>
internal sealed class RitualCrawler(PrivacyWorld world, SharedChat channel)
{
    // These buttons end or undo what the other buttons act on, so they are clicked last.
    private static readonly string[] Endings = [Verbs.RitualLeave, Verbs.RitualDiscard, Verbs.RitualUndo];

    /// <summary>The verbs of all buttons that were clicked.</summary>
    public HashSet<string> Clicked { get; } = [];

    /// <summary>Types a message that mentions the bot, and clicks the confirm button if there is one.</summary>
    public async Task<IReadOnlyList<CrawledText>> SayAsync(Person person, string role, string text)
    {
        var before = FromBot.Count;
        await world.Tenant.Channels.SayAsync(channel, person, text);
        await world.Clock.QuietAsync(default);
        var seen = new List<CrawledText>();
        foreach (var message in FromBot.Skip(before).Where(message => message.HasButton(Verbs.RitualConfirm)).ToList())
        {
            seen.Add(await ClickAsync(person, role, message, Verbs.RitualConfirm));
        }

        return seen;
    }

    /// <summary>Clicks each kind of button on the newest card that has it: either those that end something, or all others.</summary>
    public async Task<IReadOnlyList<CrawledText>> ClickAllAsync(Person person, string role, bool endings = false)
    {
        var seen = new List<CrawledText>();
        foreach (var verb in Samples.VerbNames().Where(verb => Endings.Contains(verb) == endings))
        {
            if (FromBot.LastOrDefault(message => message.HasButton(verb)) is { } message)
            {
                seen.Add(await ClickAsync(person, role, message, verb));
            }
        }

        return seen;
    }

    /// <summary>What everybody in the channel can read now.</summary>
    public IEnumerable<CrawledText> Read() => FromBot.Select(message => CrawledText.Of("the team", "the channel", message));

    private List<ChatMessage> FromBot => [.. channel.Messages.Where(message => message is { FromBot: true, Deleted: false })];

    private async Task<CrawledText> ClickAsync(Person person, string role, ChatMessage message, string verb)
    {
        var view = new CardView(message.CardJson!);
        var answer = await world.Tenant.Channels.ClickAsync(channel, person, message.Id, verb, view.Button(verb), view.Inputs());
        await world.Clock.QuietAsync(default);
        Clicked.Add(verb);
        return new CrawledText(role, $"the channel's button {verb}", $"{answer.Message}\n{answer.CardJson}");
    }
}
