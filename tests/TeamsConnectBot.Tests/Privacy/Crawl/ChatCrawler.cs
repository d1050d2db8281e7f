using System.Text;
using TeamsConnectBot.Admin.Commands;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Tests.Cards;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Types every command and clicks every button on the cards that answer, except the one that erases.</summary>
internal sealed class ChatCrawler(PrivacyWorld world, Person person, string role, params string[] languages)
{
    // Commands that only show data come first, before anything changes; commands that end something come last.
    private static readonly string[] First = ["mijn gegevens", "waarom", "voorkeuren", "liever niet met"];
    private static readonly string[] Last = [nameof(StopCommand), nameof(StopEverythingCommand), nameof(StartEverythingCommand)];

    /// <summary>The verbs of all buttons that were clicked.</summary>
    public HashSet<string> Clicked { get; } = [];

    public static IReadOnlyList<ChatCommand> CommandsOf(PrivacyWorld world) =>
        [.. world.Services.GetServices<ChatCommand>().OrderBy(command => Array.IndexOf(Last, command.GetType().Name))];

    public async Task<IReadOnlyList<CrawledText>> CrawlAsync()
    {
        var seen = new List<CrawledText>();
        foreach (var words in First)
        {
            await world.SayAsync(person, words);
            seen.AddRange(Messages($"'{words}'"));
        }

        await ClickAsync(Verbs.ExportMyData, seen);
        await AllowFilesAsync(seen);
        await ClickAsync(Verbs.ExportMyDataAsText, seen);
        foreach (var command in CommandsOf(world))
        {
            foreach (var words in languages.Select(language => command.Words[language][0]).Distinct().SelectMany(Sentences))
            {
                await world.SayAsync(person, words);
                seen.AddRange(Messages($"'{words}'"));
                var verbs = Samples.VerbNames().OrderBy(verb => verb == Verbs.HelpSend)
                    .Where(verb => verb != Verbs.Forget && !ReadsLikeTheOwner(verb) && world.HasButton(person, verb)
                        && !Clicked.Contains(verb))
                    .ToList();
                foreach (var verb in verbs)
                {
                    await ClickAsync(verb, seen);
                }
            }
        }

        seen.AddRange(world.FromBot(person).Select(message => CrawledText.Of(role, "their chat at the end", message)));
        return seen;
    }

    // Whoever says the same of their own week as the owner reads the same about themselves.
    private bool ReadsLikeTheOwner(string verb) => role != "owner" && verb == Verbs.ReportALot;

    private async Task AllowFilesAsync(List<CrawledText> seen)
    {
        foreach (var request in world.FileRequests(person))
        {
            await world.Tenant.Teams.AllowFileAsync(person, request);
            await world.Clock.QuietAsync(default);
        }

        seen.AddRange(world.Tenant.Tenant.Drives.Files.Where(file => file.Owner == person).Select(
            file => new CrawledText(role, "a file with their data", Encoding.UTF8.GetString(file.Content))));
    }

    private static IEnumerable<string> Sentences(string words) =>
        words.StartsWith("regel ", StringComparison.Ordinal) || words.StartsWith("rule ", StringComparison.Ordinal)
            ? [words, words + " everybody"]

            // Shown in full three times: to change it, to throw it away and to send it.
            : words is "vraag" or "ask" ? [words, .. Enumerable.Repeat(words + " draaitabellen, 20 min", 3)]
            : [words];

    private async Task ClickAsync(string verb, List<CrawledText> seen)
    {
        if (!world.HasButton(person, verb))
        {
            return;
        }

        Clicked.Add(verb);
        var inputs = verb switch
        {
            Verbs.InvitationYes => new JsonObject { [Inputs.Gaps] = "0" },
            Verbs.HelpYes => new JsonObject { [Inputs.Slot] = "0" },
            Verbs.HelpHelped => new JsonObject { [Inputs.Helped] = "yes" },
            Verbs.HelpThanks => new JsonObject { [Inputs.OwnWords] = "Dank je wel" },
            _ => null,
        };
        seen.Add(new CrawledText(role, $"button {verb}", await world.ClickAsync(person, verb, inputs) ?? ""));
        seen.AddRange(Messages($"button {verb}"));
    }

    // The newest messages are the answer to the last text or click; an export may take several messages.
    private IEnumerable<CrawledText> Messages(string where) =>
        world.FromBot(person).TakeLast(3).Select(message => CrawledText.Of(role, where, message));
}
