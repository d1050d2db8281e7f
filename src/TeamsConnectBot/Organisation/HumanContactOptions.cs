namespace TeamsConnectBot.Organisation;

/// <summary>Someone to turn to who is not a bot: a confidential adviser, the company doctor, a crisis line.</summary>
internal sealed class HumanContactOptions
{
    /// <summary>Who, and in what role.</summary>
    public string Name { get; set; } = "";

    /// <summary>The same for whoever reads English; without it, as in <see cref="Name"/>.</summary>
    public string NameEn { get; set; } = "";

    /// <summary>How to reach them: a phone number, a mail address, a room.</summary>
    public string Reach { get; set; } = "";

    /// <summary>The same for whoever reads English; without it, as in <see cref="Reach"/>.</summary>
    public string ReachEn { get; set; } = "";
}

/// <summary>The contacts of the settings, which count until an admin publishes others on the page.</summary>
internal sealed class ContactsOptions
{
    public const string Section = "Programme";

    public List<HumanContactOptions> HumanContacts { get; set; } = [];
}
