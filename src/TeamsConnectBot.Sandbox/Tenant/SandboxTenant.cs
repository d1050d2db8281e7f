using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The state of the simulated tenant: people, calendars, groups and chats.</summary>
internal sealed class SandboxTenant
{
    public SandboxTenant(OrganisationData organisation, SandboxClock clock, TenantIdentity identity)
    {
        Clock = clock;
        Identity = identity;
        Organisation = organisation;
        People = new PeopleDirectory(organisation.People);
        Calendar = new TenantCalendar(organisation.BusyTime, Changes);
        Chats = new TenantChats(People, clock, Changes);
        Spaces = new TenantTeams(Groups);
        Drives = new TenantDrives(clock, Changes);
        Outlook = new OutlookClient(this);
        Roles = new TenantRoles(People);
        Groups.Set(new TenantGroup(identity.GroupId, "Everybody") { Members = People.All });
    }

    public SandboxClock Clock { get; }

    public TenantIdentity Identity { get; }

    public OrganisationData Organisation { get; }

    public PeopleDirectory People { get; }

    public TenantGroups Groups { get; } = new();

    public TenantRoles Roles { get; }

    public TenantCalendar Calendar { get; }

    /// <summary>The mails about the service's events.</summary>
    public MeetingMails Mails { get; } = new();

    public TenantChats Chats { get; }

    /// <summary>The teams with their channels, and the group chats.</summary>
    public TenantTeams Spaces { get; }

    /// <summary>People's OneDrives.</summary>
    public TenantDrives Drives { get; }

    /// <summary>What people do in Outlook.</summary>
    public OutlookClient Outlook { get; }

    public RequestCounters Counters { get; } = new();

    public ServedReports Reports { get; } = new();

    /// <summary>What Teams would display wrongly in the bot's messages.</summary>
    public MessageRemarks Remarks { get; } = new();

    public TenantChanges Changes { get; } = new();

    /// <summary>Finds a 1:1 chat, channel or group chat by its conversation id.</summary>
    public Conversation? FindConversation(string id) => (Conversation?)Chats.ByConversation(id) ?? Spaces.Find(id);

    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());
}
