using System.Buffers.Binary;

namespace TeamsConnectBot.Benchmarks.Yardstick;

/// <summary>
/// The yardstick's people: a header of 16 bytes ('CPEOPLE1', int32 count, int32 seed), then 128 bytes per person, little endian.
/// </summary>
internal static class PeopleFile
{
    private const int HeaderBytes = 16;
    private const int RecordBytes = 128;
    public const int CalendarWords = 8;

    public static int Count(string path)
    {
        using var file = File.OpenRead(path);
        return ReadHeader(file, path);
    }

    private static int ReadHeader(Stream file, string path)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes || !header.StartsWith("CPEOPLE1"u8))
        {
            throw new InvalidDataException($"{path} is not a people file.");
        }

        return BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
    }

    /// <summary>Everybody's calendar, eight words each.</summary>
    public static ulong[] ReadCalendars(string path)
    {
        using var file = File.OpenRead(path);
        var people = ReadHeader(file, path);
        if (people < 1)
        {
            throw new InvalidDataException($"{path} contains no people.");
        }

        var calendars = new ulong[(long)people * CalendarWords];
        Span<byte> record = stackalloc byte[RecordBytes];
        for (var person = 0; person < people; person++)
        {
            file.ReadExactly(record);
            for (var word = 0; word < CalendarWords; word++)
            {
                calendars[(person * CalendarWords) + word] = BinaryPrimitives.ReadUInt64LittleEndian(record[(word * sizeof(ulong))..]);
            }
        }

        return calendars;
    }
}
