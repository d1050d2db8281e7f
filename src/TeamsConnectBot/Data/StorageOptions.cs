using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace TeamsConnectBot.Data;

internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c>: a file, for one process. <c>postgres</c>: a server, for one process or several.</summary>
    [AllowedValues("sqlite", "postgres", ErrorMessage = "Storage:Provider must be sqlite or postgres")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>The SQLite file. Its folder must exist and be writable.</summary>
    public string File { get; set; } = "connect.db";

    /// <summary>How to connect to PostgreSQL, in Npgsql's format: <c>Host=…;Database=…;Username=…;Password=…</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// How durable a commit is in SQLite: <c>Full</c> also survives a power cut, <c>Off</c> only the end of the process.
    /// </summary>
    [AllowedValues("Full", "Normal", "Off", ErrorMessage = "Storage:Synchronous must be Full, Normal or Off")]
    public string Synchronous { get; set; } = "Full";

    public bool IsPostgres => Provider == "postgres";

    /// <summary>The connection string for the chosen provider.</summary>
    public string Connect => IsPostgres ? ConnectionString : $"Data Source={File};Cache=Private;Pooling=True";

    private bool IsMultiplexed()
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(ConnectionString).Multiplexing;
        }
        catch (ArgumentException)
        {
            // Invalid: opening the connection reports why.
            return false;
        }
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsPostgres && string.IsNullOrWhiteSpace(File))
        {
            yield return new ValidationResult("Storage:File is empty; give the path of the SQLite file, such as connect.db");
        }

        if (IsPostgres && IsMultiplexed())
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
    }
}
