using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Pools;

/// <summary>Who may be matched with whom: the members of one group who opted in.</summary>
internal sealed class PoolOptions
{
    /// <summary>A short, lasting name without spaces, such as <c>everyone</c>. Rounds are kept under it. Must be set.</summary>
    public string Id { get; set; } = "";

    /// <summary>What people call the pool, by language (<c>nl</c>, <c>en</c>): in figures, rules and reports. Without it, the id.</summary>
    public Dictionary<string, string> Name { get; set; } = [];

    /// <summary>The Entra group whose members, nested ones too, may join: its object id. Must be set.</summary>
    public string GroupId { get; set; } = "";

    /// <summary>The IANA zone of the pool's own clock: when rounds start and answers close.</summary>
    public string Zone { get; set; } = "Europe/Amsterdam";

    /// <summary>
    /// The country whose public holidays the pool counts: answers never close on one, and they hold for members whose office says no
    /// country (`DaysOff:Offices`). Empty: that of `DaysOff:Country`.
    /// </summary>
    public string Country { get; set; } = "";

    /// <summary>When a round starts, as a Quartz cron expression in <see cref="Zone"/>.</summary>
    public string RoundCron { get; set; } = "0 0 9 ? * MON";

    /// <summary>What people are invited to: Coffee, Walk, Lunch, CoWorking or Help.</summary>
    public Offer Offer { get; set; } = Offer.Coffee;

    /// <summary>A meeting's length; 15 to 120, in quarter hours.</summary>
    public int Minutes { get; set; } = 30;

    /// <summary>Rounds in which the same two are not brought together again, unless both asked.</summary>
    public int RepeatWindow { get; set; } = 6;

    /// <summary>Whether the pool gets an open table where too few would say yes for pairs; otherwise always pairs.</summary>
    public bool OpenTables { get; set; } = true;

    /// <summary>The real person this pool comes from. Their sentence is their own.</summary>
    public PoolHostOptions Host { get; set; } = new();

    /// <summary>Why invitations come, in one sentence a language, as 'Why this?' shows it.</summary>
    public Dictionary<string, string> Why { get; set; } = new()
    {
        ["nl"] = "Wie meedoet, krijgt hooguit één uitnodiging per week; wie langer niemand sprak, gaat voor.",
        ["en"] = "Everyone who takes part gets at most one invitation a week; whoever has met nobody for longer goes first.",
    };

    /// <summary>Where to meet, by office; <c>*</c> for offices without an entry of their own.</summary>
    public Dictionary<string, string> MeetingPoints { get; set; } = [];

    // The id that the guides suggest is English; who took it gave no thought to what Dutch pages would say.
    public string NameIn(string language) =>
        Name.GetValueOrDefault(language) is { } name && !string.IsNullOrWhiteSpace(name)
            ? name
            : Id == "everyone" && language == "nl" ? "iedereen"
            : Id;

    public PoolHost HostIn(string language) =>
        new(Host.Name, Host.Sentence.GetValueOrDefault(language) ?? Host.Sentence.Values.FirstOrDefault() ?? "");

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    public MatchingRules MatchingRules => new() { Offer = Offer, GapQuarters = Minutes / 15, RepeatWindow = RepeatWindow };

    public string? MeetingPointAt(string office) =>
        MeetingPoints.GetValueOrDefault(office) ?? MeetingPoints.GetValueOrDefault("*");
}

internal sealed class PoolHostOptions
{
    /// <summary>The host's name as colleagues know it. Must be set.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// The host's Entra object id, if they also sit at the open table of a small pool: a moment they are free is one at which
    /// a yes never ends alone. They take part like anyone, and can take it back each time.
    /// </summary>
    public string? PersonId { get; set; }

    /// <summary>One sentence the host wrote, by language (<c>nl</c>, <c>en</c>). Both must be set.</summary>
    public Dictionary<string, string> Sentence { get; set; } = [];
}

internal sealed class ProgrammeOptions
{
    public const string Section = "Programme";

    public List<PoolOptions> Pools { get; set; } = [];

    /// <summary>Where people install the app, for the card they pass on: <c>https://teams.microsoft.com/l/app/APP_ID</c> with the 'App ID' of the Teams admin centre. Empty: the card says what to look for.</summary>
    public string InstallLink { get; set; } = "";
}
