using System.ComponentModel.DataAnnotations;
using Npgsql;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Data;

internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c>: a file, for one process. <c>postgres</c>: a server, for one process or several.</summary>
    [AllowedValues("sqlite", "postgres", ErrorMessage = "Storage:Provider must be sqlite or postgres")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>The SQLite file. Its folder must exist and be writable.</summary>
    public string File { get; set; } = "connect.db";

    /// <summary>
    /// How to connect to PostgreSQL, in Npgsql's format: <c>Host=…;Database=…;Username=…;Password=…</c>. With
    /// <see cref="ManagedIdentityClientId"/> it has no password, and <c>Ssl Mode=VerifyFull</c>.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// The client id of a user-assigned managed identity that signs in to PostgreSQL: its tokens are the password. The connection
    /// string's <c>Username</c> is the identity's role in PostgreSQL.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>The scope of the managed identity's token for PostgreSQL; empty for that of <c>Cloud</c>.</summary>
    public string Scope { get; set; } = "";

    /// <summary>
    /// How often the token for new connections is renewed, 1 second to 4 minutes; a request to Entra is needed only shortly before
    /// it expires.
    /// </summary>
    public TimeSpan RenewTokenEvery { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How durable a commit is in SQLite: <c>Full</c> also survives a power cut, <c>Off</c> only the end of the process.
    /// </summary>
    [AllowedValues("Full", "Normal", "Off", ErrorMessage = "Storage:Synchronous must be Full, Normal or Off")]
    public string Synchronous { get; set; } = "Full";

    public bool IsPostgres => Provider == "postgres";

    public bool UsesManagedIdentity => IsPostgres && !string.IsNullOrWhiteSpace(ManagedIdentityClientId);

    /// <summary>The connection string for the chosen provider.</summary>
    public string Connect => IsPostgres ? ConnectionString : $"Data Source={File};Cache=Private;Pooling=True";

    internal void FillFrom(MicrosoftCloud cloud) => Scope = string.IsNullOrWhiteSpace(Scope) ? cloud.PostgresScope : Scope;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsPostgres && string.IsNullOrWhiteSpace(File))
        {
            yield return new ValidationResult("Storage:File is empty; give the path of the SQLite file, such as connect.db");
        }

        var connection = Parsed();
        if (IsPostgres && connection?.Multiplexing == true)
        {
            yield return new ValidationResult(
                "Storage:ConnectionString has Multiplexing=true, with which the service's locks are lost; leave it out");
        }

        // Never show the value itself: it contains a password.
        if (IsPostgres && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult(
                "Storage:ConnectionString is empty; with Storage:Provider=postgres give Host=…;Database=…;Username=…");
        }

        foreach (var problem in UsesManagedIdentity && connection is not null ? IdentityProblems(connection) : [])
        {
            yield return new ValidationResult(problem);
        }
    }

    private IEnumerable<string> IdentityProblems(NpgsqlConnectionStringBuilder connection)
    {
        const string With = "with Storage:ManagedIdentityClientId";
        if (connection.Password is { Length: > 0 } || connection.Passfile is { Length: > 0 })
        {
            yield return
                $"Storage:ConnectionString has a Password or a Passfile, but {With} the identity's token is the password; leave one out";
        }

        if (string.IsNullOrWhiteSpace(connection.Username))
        {
            yield return $"Storage:ConnectionString has no Username; {With} it is the identity's role in PostgreSQL";
        }

        // PostgreSQL asks for the token in plain text, so whoever answers at this address would get it.
        if (connection.SslMode is not (SslMode.VerifyFull or SslMode.VerifyCA) && connection.Host?.StartsWith('/') != true)
        {
            yield return $"Storage:ConnectionString has Ssl Mode={connection.SslMode}; {With} it must be VerifyFull, or VerifyCA";
        }

        if (!Uri.TryCreate(Scope, UriKind.Absolute, out var scope) || scope.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"Storage:Scope is '{Scope}'; it must be an https URL, such as {MicrosoftClouds.Public.PostgresScope}";
        }

        // The credential hands out a token until five minutes before it expires.
        if (RenewTokenEvery < TimeSpan.FromSeconds(1) || RenewTokenEvery > TimeSpan.FromMinutes(4))
        {
            yield return $"Storage:RenewTokenEvery is {RenewTokenEvery}; it must lie between 00:00:01 and 00:04:00";
        }
    }

    private NpgsqlConnectionStringBuilder? Parsed()
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(ConnectionString);
        }
        catch (ArgumentException)
        {
            // Invalid: opening the connection reports why.
            return null;
        }
    }
}
