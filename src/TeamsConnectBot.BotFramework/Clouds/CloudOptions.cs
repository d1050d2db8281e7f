namespace TeamsConnectBot.BotFramework.Clouds;

/// <summary>Which of Microsoft's clouds the tenant is in. The setting stands outside any section.</summary>
public sealed class CloudOptions
{
    /// <summary>The configuration section: none.</summary>
    public const string Section = "";

    /// <summary>
    /// The cloud of the tenant: <c>Public</c>, <c>UsGcc</c> (GCC), <c>UsGov</c> (GCC High) or <c>UsGovDod</c> (DoD). It sets every address
    /// of Graph, Entra, the Bot Framework and Teams; see docs/install.md. <c>China</c> is refused: Teams has no bots there.
    /// </summary>
    public string Cloud { get; set; } = MicrosoftClouds.Public.Name;

    /// <summary>The cloud's row in the table.</summary>
    /// <exception cref="InvalidOperationException">There is no such cloud; the validator reports that first.</exception>
    public MicrosoftCloud Row() =>
        MicrosoftClouds.Find(Cloud) ?? throw new InvalidOperationException($"There is no cloud '{Cloud}'.");
}
