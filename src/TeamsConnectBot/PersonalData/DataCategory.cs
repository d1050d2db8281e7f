using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.PersonalData;

/// <summary>Where data comes from.</summary>
internal enum DataSource
{
    Person, Teams, Directory, Calendar, Copilot, Service,
}

/// <summary>Whose data is read or stored, by what they did to allow it.</summary>
internal enum DataLayer
{
    /// <summary>Nothing; being in the group that the app is for is enough.</summary>
    Group,

    /// <summary>Owning a team that has the app.</summary>
    Team,
    App,
    Join,
    Calendar,
    OwnWord,
    Sources,
    Ritual,
    RitualAndCalendar,

    /// <summary>Asking a colleague for help, or wanting to be asked.</summary>
    Help,
    HelpAndCalendar,

    /// <summary>Signing in to the admin page, or typing a command whose answer depends on a role.</summary>
    AskedForOffice,
    Office,

    /// <summary>Agreeing to be named when an admin checks the installation.</summary>
    NamedForCheck,
}

/// <summary>One request that may be sent to Graph.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the API version; a name in braces matches anything.</param>
/// <param name="Permission">The permission, as in <c>docs/permissions.md</c>.</param>
/// <param name="Fields">The selected fields, if the request selects any.</param>
internal sealed record GraphAsk(string Method, string Path, string Permission, params IReadOnlyList<string> Fields);

/// <summary>One kind of data that is read or stored about people, described to them.</summary>
/// <param name="Key">Its name.</param>
/// <param name="From">Its sources.</param>
/// <param name="Layer">Whom it is about.</param>
/// <param name="What">What it is.</param>
/// <param name="Purpose">What it is used for.</param>
/// <param name="Kept">How long it is kept.</param>
internal sealed record DataCategory(
    string Key, IReadOnlyList<DataSource> From, DataLayer Layer, LocalText What, LocalText Purpose, LocalText Kept)
{
    /// <summary>The tables that hold it, or single columns as <c>Table.Column</c>.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>The requests to Graph that read it.</summary>
    public IReadOnlyList<GraphAsk> Asks { get; init; } = [];

    /// <summary>The line about it on the welcome; null when only the notice for staff mentions it.</summary>
    public LocalText? Welcome { get; init; }

    /// <summary>A row of the table in the documents.</summary>
    public string Row(string language) => $"| {string.Join(" | ", Cells(language))} |";

    /// <summary>The row's cells: what the data is, whom it is about, its sources, its purpose and how long it is kept.</summary>
    public IReadOnlyList<string> Cells(string language) =>
    [
        What.In(language),
        DataCategoryWords.Of(Layer).In(language),
        string.Join(", ", From.Select(source => DataCategoryWords.Of(source).In(language))),
        Purpose.In(language),
        Kept.In(language),
    ];
}
