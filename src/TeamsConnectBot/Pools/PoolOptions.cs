using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Pools;

/// <summary>A pool: the members of one Entra group who opted in, and who may be matched with each other.</summary>
internal sealed class PoolOptions
{
    /// <summary>A short, permanent name without spaces, such as <c>everyone</c>. Rounds are stored under it. Must be set.</summary>
    public string Id { get; set; } = "";

    /// <summary>The pool's display name, by language (<c>nl</c>, <c>en</c>), in figures, rules and reports. Default: the id.</summary>
    public Dictionary<string, string> Name { get; set; } = [];

    /// <summary>The Entra group whose members, nested ones too, may join: its object id. Must be set.</summary>
    public string GroupId { get; set; } = "";

    /// <summary>The IANA time zone in which rounds start and answers close.</summary>
    public string Zone { get; set; } = "Europe/Amsterdam";

    /// <summary>
    /// The country whose public holidays apply to the pool: answers never close on one, and members whose office has no country
    /// (`DaysOff:Offices`) have them off. Empty: that of `DaysOff:Country`.
    /// </summary>
    public string Country { get; set; } = "";

    /// <summary>When a round starts, as a Quartz cron expression in <see cref="Zone"/>.</summary>
    public string RoundCron { get; set; } = "0 0 9 ? * MON";

    /// <summary>
    /// What people are invited to: Coffee, Walk, Lunch, CoWorking or Help. Lunch is offered over lunch time only, from 12:00 to 13:30.
    /// </summary>
    public Offer Offer { get; set; } = Offer.Coffee;

    /// <summary>A meeting's length in minutes; 15 to 120, in steps of 15.</summary>
    public int Minutes { get; set; } = 30;

    /// <summary>
    /// A daily break, in each person's own time zone, in which nothing is offered but lunch to those who chose it: such as
    /// <c>12:00-13:00</c>, at most 3 hours. Empty: none, which a pool that offers lunch needs; lunch is then from 12:00 to 13:30.
    /// </summary>
    public string LunchBreak { get; set; } = "";

    /// <summary>
    /// Daily hours, in each person's own time zone, in which no invitation is sent: such as <c>08:00-10:00</c>. Invitations are only ever
    /// sent in working hours; quiet hours narrow those further. Empty: none.
    /// </summary>
    public string QuietHours { get; set; } = "";

    /// <summary>For how many rounds the same two people are not matched again, unless both asked for it; 1 to 52.</summary>
    public int RepeatWindow { get; set; } = 6;

    /// <summary>Whether a pool too small for pairs gets an open table; otherwise always pairs.</summary>
    public bool OpenTables { get; set; } = true;

    /// <summary>
    /// Two sides, for a pool in which people meet only somebody of the other side: mentors and those who look for one, or leaders and
    /// everybody. None: all may meet. A pool with sides has no open tables and no groups of three.
    /// </summary>
    public List<PoolSideOptions> Sides { get; set; } = [];

    /// <summary>The real person in whose name the pool invites. They write their own sentence.</summary>
    public PoolHostOptions Host { get; set; } = new();

    /// <summary>Why people get invitations, in one sentence per language, as 'Why this?' shows it.</summary>
    public Dictionary<string, string> Why { get; set; } = new()
    {
        ["nl"] = "Wie meedoet, krijgt hooguit één uitnodiging per week; wie langer niemand sprak, gaat voor.",
        ["en"] = "Everyone who takes part gets at most one invitation a week; whoever has met nobody for longer goes first.",
    };

    /// <summary>Where to meet, by office; <c>*</c> for offices without an entry of their own.</summary>
    public Dictionary<string, string> MeetingPoints { get; set; } = [];

    /// <summary>Whether people may ask colleagues for help in the chat.</summary>
    public PoolHelpOptions Help { get; set; } = new();

    // The guides suggest the English id 'everyone'; without a name, Dutch pages still show a Dutch word.
    public string NameIn(string language) =>
        Name.GetValueOrDefault(language) is { } name && !string.IsNullOrWhiteSpace(name) ? name
        : Id == "everyone" && language == "nl" ? "iedereen"
        : Id;

    public PoolHost HostIn(string language) =>
        new(Host.Name, Host.Sentence.GetValueOrDefault(language) ?? Host.Sentence.Values.FirstOrDefault() ?? "");

    /// <summary>Every group that the pool reads: its own, and those of its sides.</summary>
    public IEnumerable<string> AllGroupIds() =>
        Sides.Select(side => side.GroupId).Where(id => id.Length > 0).Prepend(GroupId).Distinct(StringComparer.OrdinalIgnoreCase);

    public bool HasSides => Sides.Count == 2;

    /// <summary>The settings of a side; null when the pool has no such side (any more).</summary>
    public PoolSideOptions? SideOf(PoolSide? side) => HasSides && side is { } one ? Sides[one == PoolSide.First ? 0 : 1] : null;

    /// <summary>As whom an invitation asks somebody of a side; null when there is no such side (any more).</summary>
    public AskedSide? AskedAs(PoolSide? side, string language) =>
        SideOf(side) is { } settings ? new AskedSide(settings.NameIn(language), settings.MostMeetings) : null;

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    public MatchingRules MatchingRules => new() { Offer = Offer, GapQuarters = Minutes / 15, RepeatWindow = RepeatWindow };

    /// <summary>Where to meet at an office; the office itself without an entry.</summary>
    public string MeetingPointAt(string office) =>
        MeetingPoints.GetValueOrDefault(office) ?? MeetingPoints.GetValueOrDefault("*") ?? office;
}

internal sealed class PoolSideOptions
{
    /// <summary>
    /// The Entra group with the people of this side, nested ones too: its object id. They must also be in the pool's group. Whoever is in
    /// both sides' groups is on the first side; whoever is in neither gets no invitation. Empty, for the second side only: everybody else
    /// in the pool's group.
    /// </summary>
    public string GroupId { get; set; } = "";

    /// <summary>
    /// As what people of this side are asked, by language (<c>nl</c>, <c>en</c>), in at most 60 characters: the words after 'You're asked
    /// as', such as <c>somebody who looks for a mentor</c>.
    /// </summary>
    public Dictionary<string, string> Name { get; set; } = [];

    /// <summary>The most meetings somebody of this side gets in one round, each with another person and at another time; 1 to 3.</summary>
    public int MostMeetings { get; set; } = 1;

    public string NameIn(string language) => Name.GetValueOrDefault(language)?.Trim() ?? "";
}

internal sealed class PoolHostOptions
{
    /// <summary>The host's name as colleagues know it. Must be set.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// The host's Entra object id, if they also host the open table of a small pool: at a moment when they are free, nobody who says yes
    /// ends up alone. They take part like anyone else, and can withdraw each time.
    /// </summary>
    public string? PersonId { get; set; }

    /// <summary>One sentence the host wrote, by language (<c>nl</c>, <c>en</c>). Both must be set.</summary>
    public Dictionary<string, string> Sentence { get; set; } = [];
}

internal sealed class PoolHelpOptions
{
    /// <summary>
    /// Whether people in the pool may ask each other for help, nameless until somebody says yes. The works council agrees first, on the
    /// admin page. Needs <c>Host:PersonId</c>: whoever is asked can report a question to the host.
    /// </summary>
    public bool On { get; set; }

    /// <summary>Who agreed to it outside the app, such as a works council without the page. Empty: it is asked on the page.</summary>
    public string AgreedBy { get; set; } = "";

    /// <summary>Whether somebody agreed outside the app.</summary>
    public bool IsAgreedOutside => !string.IsNullOrWhiteSpace(AgreedBy);
}

internal sealed class ProgrammeOptions
{
    public const string Section = "Programme";

    public List<PoolOptions> Pools { get; set; } = [];

    /// <summary>
    /// Where people install the app, for the card they pass on: <c>https://teams.microsoft.com/l/app/APP_ID</c> with the 'App ID' of the
    /// Teams admin centre, and the host of Teams in <c>Cloud</c>. Empty: the card says what to search for.
    /// </summary>
    public string InstallLink { get; set; } = "";
}
