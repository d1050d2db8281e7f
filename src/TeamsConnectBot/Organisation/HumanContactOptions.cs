namespace TeamsConnectBot.Organisation;

/// <summary>A person or service to contact instead of the bot: a confidential adviser, the company doctor, a crisis line.</summary>
internal sealed class HumanContactOptions
{
    /// <summary>The name and the role.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name and the role for readers of English; empty means as in <see cref="Name"/>.</summary>
    public string NameEn { get; set; } = "";

    /// <summary>How to reach them: a phone number, a mail address, a room.</summary>
    public string Reach { get; set; } = "";

    /// <summary>How to reach them, for readers of English; empty means as in <see cref="Reach"/>.</summary>
    public string ReachEn { get; set; } = "";
}

/// <summary>The contacts from configuration, used until an admin publishes others on the page.</summary>
internal sealed class ContactsOptions
{
    public const string Section = "Programme";

    public List<HumanContactOptions> HumanContacts { get; set; } = [];
}
