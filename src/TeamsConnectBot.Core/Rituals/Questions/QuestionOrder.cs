using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TeamsConnectBot.Core.Rituals.Questions;

/// <summary>
/// Which question a ritual asks next. Every ritual goes round the whole list in an order of its own, and no question comes back where it
/// was asked within half a year.
/// </summary>
public static class QuestionOrder
{
    /// <summary>How many months pass before a question may be asked again in the same place.</summary>
    public const int MonthsBetween = 6;

    /// <summary>
    /// The next question: the first one in the ritual's order, after the one it asked last, that was not asked in the place within the last
    /// half year.
    /// </summary>
    /// <param name="count">How many questions there are; they are numbered from zero.</param>
    /// <param name="seed">The ritual, whose order it is.</param>
    /// <param name="last">The question that the ritual asked last; null at first, or when it is no longer known.</param>
    /// <param name="asked">What was asked in the place, by this ritual or another, at least in the last half year.</param>
    /// <param name="today">The date the question is asked.</param>
    /// <returns>The question's number; null when all of them were asked within half a year.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static int? Next(int count, Guid seed, int? last, IEnumerable<AskedQuestion> asked, LocalDate today)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(asked);
        var recent = asked.Where(each => FreeFrom(each) > today).Select(each => each.Number).ToHashSet();
        var order = Of(count, seed);
        var from = last is { } number ? order.IndexOf(number) + 1 : 0;
        return order[from..].Concat(order[..from]).Where(each => !recent.Contains(each)).Cast<int?>().FirstOrDefault();
    }

    /// <summary>The first date on which one of the questions may be asked again.</summary>
    /// <param name="count">How many questions there are.</param>
    /// <param name="asked">What was asked in the place.</param>
    /// <returns>Null when there is a question that was never asked there.</returns>
    public static LocalDate? FreeFrom(int count, IEnumerable<AskedQuestion> asked)
    {
        var free = asked.Where(each => each.Number < count).GroupBy(each => each.Number).Select(each => each.Max(FreeFrom)).ToList();
        return free.Count == 0 || free.Count < count ? null : free.Min();
    }

    /// <summary>All questions in the order of a ritual. A question added at the end of the list changes the order of no others.</summary>
    /// <param name="count">How many questions there are.</param>
    /// <param name="seed">The ritual.</param>
    public static ImmutableArray<int> Of(int count, Guid seed) =>
        [.. Enumerable.Range(0, count).OrderBy(number => Weight(seed, number)).ThenBy(number => number)];

    private static LocalDate FreeFrom(AskedQuestion asked) => asked.On.PlusMonths(MonthsBetween);

    private static ulong Weight(Guid seed, int number)
    {
        Span<byte> bytes = stackalloc byte[16 + sizeof(int)];
        seed.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], number);
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(bytes));
    }
}

/// <summary>A question that was asked.</summary>
/// <param name="Number">Its place in the list, from zero.</param>
/// <param name="On">The date, in the zone of the ritual.</param>
public readonly record struct AskedQuestion(int Number, LocalDate On);
