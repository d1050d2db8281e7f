using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// Blurs the count that answers a question somebody made up. Questions can be asked in any form, so an exact count, or even a
/// plain range, could be bent until it tips over for one person. The blur follows from the question and a secret key, never from
/// whom the question selects: if two questions that happen to select the same people had the same blur, a different answer would
/// tell for certain that somebody is in only one of the two.
/// </summary>
public sealed class Estimate
{
    /// <summary>
    /// How wide counts are blurred, in people: one person more or less makes no answer likelier by more than a factor
    /// e^(1/<see cref="Scale"/>), and no answer is ever impossible, so none is certain. Answers to several questions add up;
    /// <see cref="Rules.DryRuns.DryRunBudget"/> limits how many there are.
    /// </summary>
    public const double Scale = 6;

    private readonly byte[] key;

    /// <param name="key">A secret of at least 16 bytes that stays the same.</param>
    /// <exception cref="ArgumentException">The key is too short to be a secret.</exception>
    public Estimate(ReadOnlySpan<byte> key)
    {
        if (key.Length < 16)
        {
            throw new ArgumentException($"The key has {key.Length} bytes; at least 16 keep it secret.", nameof(key));
        }

        this.key = key.ToArray();
    }

    /// <summary>The blurred count of people; never below 0.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="question">What was asked, with everything that makes it another question, such as the month.</param>
    public int Blur(int count, string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Math.Max(0, count + Offset(question));
    }

    // The two-sided geometric mechanism (Ghosh, Roughgarden and Sundararajan, 2009) of differential privacy, its draws made from
    // a keyed hash so that asking again can't average them out.
    private int Offset(string question)
    {
        var drawn = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(question));
        return Geometric(drawn.AsSpan(0, sizeof(ulong))) - Geometric(drawn.AsSpan(sizeof(ulong)));
    }

    private static int Geometric(ReadOnlySpan<byte> drawn)
    {
        var uniform = ((BinaryPrimitives.ReadUInt64LittleEndian(drawn) >> 11) + 1) * Math.Pow(2, -53);
        return (int)(-Scale * Math.Log(uniform));
    }
}
