using System.Text;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Looks for text in everything SQLite wrote, whether or not a row still holds it.</summary>
internal static class DatabaseFiles
{
    // The database comes last: when its last connection closes, SQLite moves the log's pages into it and deletes the log.
    public static bool Contain(string file, string text) => new[] { file + "-journal", file + "-wal", file }
        .Any(path => Read(path).Contains(text, StringComparison.OrdinalIgnoreCase));

    // Latin-1 keeps every byte; what is looked for is ASCII.
    private static string Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }
        catch (FileNotFoundException) when (path.EndsWith("-journal", StringComparison.Ordinal) || path.EndsWith("-wal", StringComparison.Ordinal))
        {
            return "";
        }
    }
}
