using System.IO.Compression;
using System.Text.Json;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>What a Teams app package says that the settings must match.</summary>
internal sealed record AppManifest(
    string? ManifestVersion, string? Version, string? Id, IReadOnlyList<AppManifest.Bot>? Bots, IReadOnlyList<string>? ValidDomains,
    IReadOnlyList<AppManifest.Tab>? StaticTabs, AppManifest.SignIn? WebApplicationInfo, AppManifest.Grant? Authorization)
{
    private const string FileName = "manifest.json";
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Reads the manifest of a package.</summary>
    /// <exception cref="InvalidDataException">It is not a package; the message says why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static async Task<AppManifest> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var archive = await ZipFile.OpenReadAsync(file, cancellationToken);
        var entry = archive.GetEntry(FileName) ?? throw new InvalidDataException("it contains no manifest.json at its top level");
        if (entry.Length > MaxBytes)
        {
            throw new InvalidDataException("its manifest.json is larger than a megabyte");
        }

        await using var content = await entry.OpenAsync(cancellationToken);
        try
        {
            return await JsonSerializer.DeserializeAsync<AppManifest>(content, JsonSerializerOptions.Web, cancellationToken)
                ?? throw new InvalidDataException("its manifest.json is empty");
        }
        catch (JsonException)
        {
            throw new InvalidDataException("its manifest.json is not a Teams manifest");
        }
    }

    internal sealed record Bot(string? BotId);

    internal sealed record Tab(string? ContentUrl);

    internal sealed record SignIn(string? Id, string? Resource);

    internal sealed record Grant(Permissions? Permissions);

    internal sealed record Permissions(IReadOnlyList<Permission>? ResourceSpecific);

    internal sealed record Permission(string? Name);
}
