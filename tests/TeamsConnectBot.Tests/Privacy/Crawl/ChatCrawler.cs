using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Admin.Commands;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Tests.Cards;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Types every command in both languages and clicks every button of the cards that come back, but the one that erases.</summary>
internal sealed class ChatCrawler(PrivacyWorld world, Person person, string role, params string[] languages)
{
    // What only shows comes first, whole, before anything is changed; these end what the others are about.
    private static readonly string[] First = ["mijn gegevens", "waarom", "voorkeuren", "liever niet met"];
    private static readonly string[] Last = [nameof(StopCommand), nameof(StopEverythingCommand), nameof(StartEverythingCommand)];

    public static IReadOnlyList<ChatCommand> CommandsOf(PrivacyWorld world) =>
        [.. world.Services.GetServices<ChatCommand>().OrderBy(command => Array.IndexOf(Last, command.GetType().Name))];

    public async Task<IReadOnlyList<Seen>> CrawlAsync()
    {
        var seen = new List<Seen>();
        var clicked = new HashSet<string>();
        foreach (var words in First)
        {
            await world.SayAsync(person, words);
            seen.AddRange(Messages($"'{words}'"));
        }

        await ClickAsync(Verbs.ExportMyData, seen);
        foreach (var command in CommandsOf(world))
        {
            foreach (var words in command.Words.Where(words => languages.Contains(words.Key)).Select(words => words.Value[0]).Distinct().SelectMany(Sentences))
            {
                await world.SayAsync(person, words);
                seen.AddRange(Messages($"'{words}'"));
                foreach (var verb in Samples.VerbNames().Where(verb => verb != Verbs.Forget && HasNow(verb) && clicked.Add(verb)).ToList())
                {
                    await ClickAsync(verb, seen);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<string> Sentences(string words) =>
        words.StartsWith("regel ", StringComparison.Ordinal) || words.StartsWith("rule ", StringComparison.Ordinal) ? [words, words + " everybody"] : [words];

    private async Task ClickAsync(string verb, List<Seen> seen)
    {
        if (!HasNow(verb))
        {
            return;
        }

        seen.Add(new Seen(role, $"button {verb}", await world.ClickAsync(person, verb, verb == Verbs.InvitationYes ? new JsonObject { [Inputs.Gaps] = "0" } : null) ?? ""));
        seen.AddRange(Messages($"button {verb}"));
    }

    private bool HasNow(string verb) => world.FromBot(person).Any(message => message.CardJson is { } card && new CardView(card).Has(verb));

    // The newest are what the last sentence or click brought; an export may take several.
    private IEnumerable<Seen> Messages(string where) =>
        world.FromBot(person).TakeLast(3).Select(message => new Seen(role, where, $"{message.Text}\n{message.CardJson}\n{message.Summary}"));
}
