using System.Text.RegularExpressions;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rules;

/// <summary>A small organisation with an admin, a works council member and a reader, appointed by group.</summary>
internal sealed class OfficeWorld : IAsyncDisposable
{
    /// <summary>The group of the works council.</summary>
    public static readonly Guid Council = new("aaaaaaaa-0000-4000-8000-000000000002");

    private static readonly Guid Admins = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid Readers = new("aaaaaaaa-0000-4000-8000-000000000003");

    private OfficeWorld(PrivacyWorld inner) => Inner = inner;

    public PrivacyWorld Inner { get; }

    public Person Admin => Inner.People[0];

    public Person CouncilMember => Inner.People[1];

    public Person Reader => Inner.People[2];

    public Person Participant => Inner.People[3];

    public Actor AdminActor => Act(Admin, Role.Admin);

    public Actor CouncilActor => Act(CouncilMember, Role.WorksCouncil);

    public RuleStore Book => Get<RuleStore>();

    public RuleDrafts Drafts => Get<RuleDrafts>();

    public Publishing Publishing => Get<Publishing>();

    public AuditLog Audit => Get<AuditLog>();

    /// <summary>A rule without a condition, so that it uses no data about people.</summary>
    public static Rule Plain(string id = "plain") => new()
    {
        Id = id, Name = new("Gewoon", "Plain"), Why = new("Omdat het een gewone week is.", "Because it is a plain week."), Order = 900,
    };

    /// <summary>A rule that selects people by AI-use band.</summary>
    public static Rule ByBand { get; } = Plain("by-band") with { When = new Threshold(Measure.AiUseBand, 2) };

    public static async Task<OfficeWorld> StartAsync(
        int people = 6, Dictionary<string, string>? settings = null, Func<OrganisationData, OrganisationData>? change = null)
    {
        var inner = await PrivacyWorld.StartAsync(people, change, settings: new Dictionary<string, string>(settings ?? [])
        {
            ["Roles:Admin:0"] = Admins.ToString(),
            ["Roles:WorksCouncil:0"] = Council.ToString(),
            ["Roles:Reader:0"] = Readers.ToString(),
        });
        var world = new OfficeWorld(inner);
        inner.Tenant.Tenant.Groups.Set(new TenantGroup(Admins, "Admins") { Members = [world.Admin] });
        inner.Tenant.Tenant.Groups.Set(new TenantGroup(Council, "Works council") { Members = [world.CouncilMember] });
        inner.Tenant.Tenant.Groups.Set(new TenantGroup(Readers, "Readers") { Members = [world.Reader] });
        return world;
    }

    public T Get<T>()
        where T : notnull => Inner.Services.GetRequiredService<T>();

    /// <summary>Makes everybody a participant.</summary>
    public async Task JoinAllAsync()
    {
        foreach (var person in Inner.People)
        {
            await Inner.JoinAsync(person);
        }
    }

    /// <summary>Drafts and publishes a rule.</summary>
    public async Task<RuleOutcome> PublishAsync(Rule rule)
    {
        var entry = await Book.FindAsync(rule.Id, default);
        var draft = await Drafts.SaveAsync(rule, entry?.Number ?? 0, entry?.Draft?.Revision, AdminActor, default);
        Assert.That(draft.Kind, Is.EqualTo(RuleOutcomeKind.Done), string.Join('\n', draft.Problems.Select(problem => problem.In("en"))));
        return await Publishing.PublishAsync(rule.Id, draft.Number, AdminActor, default);
    }

    /// <summary>Publishes a rule that needs approval, and has the works council permit dry-runs of it.</summary>
    public async Task PublishForDryRunAsync(Rule rule)
    {
        var waiting = await PublishAsync(rule);
        Assert.That(waiting.Kind, Is.EqualTo(RuleOutcomeKind.Waiting));
        Assert.That(
            (await Get<Approving>().AllowDryRunAsync(rule.Id, waiting.Number, CouncilActor, default))
                .Kind, Is.EqualTo(RuleOutcomeKind.Done));
    }

    /// <summary>Sends a message and returns the JSON of the card in reply, without escapes.</summary>
    public async Task<string> SayAsync(Person person, string text)
    {
        var card = (await Inner.SayAsync(person, text)).Replace("\\\"", "'", StringComparison.Ordinal);
        return Regex.Unescape(card).Replace("\\", "", StringComparison.Ordinal);
    }

    /// <summary>How many audit log entries there are for an action on a subject.</summary>
    public Task<int> AuditedAsync(AuditAction action, string subject) =>
        Inner.ReadAsync(db => db.AuditEntries.CountAsync(row => row.Action == action && row.Subject == subject));

    /// <summary>Has the works council approve or refuse a version that is waiting for approval.</summary>
    public async Task DecideAsync(string rule, int number, bool approve)
    {
        var outcome = await Get<Approving>().DecideAsync(rule, number, approve, CouncilActor, default);
        Assert.That(outcome.Kind, Is.EqualTo(RuleOutcomeKind.Done));
    }

    public Task<List<Invitation>> InvitationsAsync() => Inner.ReadAsync(db => db.Invitations.ToListAsync());

    public ValueTask DisposeAsync() => Inner.DisposeAsync();

    private static Actor Act(Person person, Role roles) => new(person.ObjectId.ToString(), person.Name, roles);
}
