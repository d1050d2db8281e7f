using TeamsConnectBot.Cards;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Tests.Cards;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Clicks every button of every card in a channel, and reads what the channel and the clickers get to see.</summary>
internal sealed class RitualCrawler(PrivacyWorld world, SharedChat channel)
{
    // What ends or undoes what the other buttons are about.
    private static readonly string[] Endings = [Verbs.RitualLeave, Verbs.RitualDiscard, Verbs.RitualUndo];

    /// <summary>Every kind of button that was clicked.</summary>
    public HashSet<string> Clicked { get; } = [];

    /// <summary>Types something that mentions the bot, and presses the button that confirms it where there is one.</summary>
    public async Task<IReadOnlyList<Seen>> SayAsync(Person person, string role, string text)
    {
        var before = FromBot.Count;
        await world.Tenant.Channels.SayAsync(channel, person, text);
        await world.Clock.QuietAsync(default);
        var seen = new List<Seen>();
        foreach (var message in FromBot.Skip(before).Where(message => Has(message, Verbs.RitualConfirm)).ToList())
        {
            seen.Add(await ClickAsync(person, role, message, Verbs.RitualConfirm));
        }

        return seen;
    }

    /// <summary>Clicks each kind of button there is now, on the newest card that has it: those that go on, or those that end something.</summary>
    public async Task<IReadOnlyList<Seen>> ClickAllAsync(Person person, string role, bool endings = false)
    {
        var seen = new List<Seen>();
        foreach (var verb in Samples.VerbNames().Where(verb => Endings.Contains(verb) == endings))
        {
            if (FromBot.LastOrDefault(message => Has(message, verb)) is { } message)
            {
                seen.Add(await ClickAsync(person, role, message, verb));
            }
        }

        return seen;
    }

    /// <summary>What stands in the channel now, for everybody in it.</summary>
    public IEnumerable<Seen> Read() => FromBot
        .Select(message => new Seen("the team", "the channel", $"{message.Text}\n{message.CardJson}\n{message.Summary}"));

    private List<ChatMessage> FromBot => [.. channel.Messages.Where(message => message is { FromBot: true, Deleted: false })];

    private static bool Has(ChatMessage message, string verb) => message.CardJson is { } card && new CardView(card).Has(verb);

    private async Task<Seen> ClickAsync(Person person, string role, ChatMessage message, string verb)
    {
        var view = new CardView(message.CardJson!);
        var answer = await world.Tenant.Channels.ClickAsync(channel, person, message.Id, verb, view.Button(verb), view.Inputs());
        await world.Clock.QuietAsync(default);
        Clicked.Add(verb);
        return new Seen(role, $"the channel's button {verb}", $"{answer.Message}\n{answer.CardJson}");
    }
}
