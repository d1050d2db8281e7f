using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Privacy;

/// <summary>Where a datum comes from.</summary>
internal enum DataSource
{
    Person,
    Teams,
    Directory,
    Calendar,
    Copilot,
    Service,
}

/// <summary>Of whom it is read or kept: what somebody did that makes it theirs to give.</summary>
internal enum DataLayer
{
    /// <summary>Nothing; being in the group the app is for is enough.</summary>
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

    /// <summary>Signing in on the admin page, or typing a command whose answer depends on an office.</summary>
    AskedForOffice,
    Office,
}

/// <summary>One thing Graph may be asked.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below the version; a name in braces stands for anything.</param>
/// <param name="Permission">As <c>docs/permissions.md</c> has it.</param>
/// <param name="Fields">What is selected, where the request selects.</param>
internal sealed record GraphAsk(string Method, string Path, string Permission, params IReadOnlyList<string> Fields);

/// <summary>One kind of thing that is read or kept of people.</summary>
/// <param name="Key">Its name.</param>
/// <param name="From">Its sources.</param>
/// <param name="Layer">Of whom.</param>
/// <param name="What">What it is.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Kept">How long.</param>
internal sealed record Datum(string Key, IReadOnlyList<DataSource> From, DataLayer Layer, LocalText What, LocalText Purpose, LocalText Kept)
{
    /// <summary>The tables that hold it, or single columns as <c>Table.Column</c>.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>What Graph is asked for it.</summary>
    public IReadOnlyList<GraphAsk> Asks { get; init; } = [];

    /// <summary>The line of the welcome that says so; null for what the welcome leaves to the notice for staff.</summary>
    public LocalText? Welcome { get; init; }
}
