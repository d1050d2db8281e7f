using System.ComponentModel.DataAnnotations;

namespace TeamsConnectBot.Data;

internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite file. Its folder must exist and be writable.</summary>
    [Required(ErrorMessage = "Storage:File is empty; give the path of the SQLite file, such as connect.db")]
    public string File { get; set; } = "connect.db";

    /// <summary>
    /// How hard SQLite makes sure a commit reached the disk: <c>Full</c> also survives a power cut, <c>Off</c> only the end
    /// of the process.
    /// </summary>
    [AllowedValues("Full", "Normal", "Off", ErrorMessage = "Storage:Synchronous must be Full, Normal or Off")]
    public string Synchronous { get; set; } = "Full";

    public string ConnectionString => $"Data Source={File};Cache=Private;Pooling=True";
}
