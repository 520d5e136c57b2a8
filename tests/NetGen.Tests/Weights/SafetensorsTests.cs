using System.Buffers.Binary;
using System.Text;
using NetGen.Weights;

namespace NetGen.Tests.Weights;

public class SafetensorsTests
{
    private const string Header = """{"__metadata__":{"a":"b"},"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[1],"data_offsets":[16,20]}}""";

    [Fact]
    public void A_small_file_is_these_bytes()
    {
        using var stream = new MemoryStream();
        Safetensors.Save(stream, Filled<float>(), new Dictionary<string, string> { ["a"] = "b" });

        Header.Length.ShouldBe(137);
        byte[] expected =
        [
            144, 0, 0, 0, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(Header + "       "),
            0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, 0x80, 0x40,
            0, 0, 0xA0, 0xC0,
        ];
        stream.ToArray().ShouldBe(expected);
    }

    [Fact]
    public void Doubles_are_written_as_F64()
    {
        byte[] bytes = Save(Filled<double>());
        Encoding.ASCII.GetString(bytes).ShouldContain("""{"dtype":"F64","shape":[2,2],"data_offsets":[0,32]}""");
        BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(bytes.Length - 8)).ShouldBe(-5);
    }

    [Fact]
    public void What_is_saved_is_loaded_with_its_notes()
    {
        var notes = new Dictionary<string, string> { ["network"] = "Größe \"7\"", ["format"] = "pt" };
        var loaded = Empty<float>();
        using var stream = new MemoryStream(Save(Filled<float>(), notes));

        Safetensors.Load(stream, loaded).ShouldBe(notes, ignoreOrder: true);
        ShouldBeFilled(loaded);
        stream.CanRead.ShouldBeTrue();
    }

    [Fact]
    public void Tensors_longer_than_a_chunk_come_back_whole()
    {
        var tensor = new TensorDescription("w", [100, 200], Init.Normal, 1, true);
        var saved = new TensorStore<double>(20_000, new TensorLayout(tensor, 0, 1, 100));
        Initialization.Fill(saved, 1);
        var loaded = new TensorStore<double>(20_000, new TensorLayout(tensor, 0, 200, 1));
        Load(Save(saved), loaded);

        loaded.ToArray("w").ShouldBe(saved.ToArray("w"));
    }

    [Fact]
    public void Floats_load_into_doubles_exactly_and_doubles_into_floats_rounded()
    {
        var doubles = Empty<double>();
        Load(Save(Filled<float>()), doubles);
        ShouldBeFilled(doubles);

        doubles.Write("w", [0.1, double.NaN, double.PositiveInfinity, 1e-300]);
        var floats = Empty<float>();
        Load(Save(doubles), floats);
        floats.ToArray("w").ShouldBe([0.1f, float.NaN, float.PositiveInfinity, 0f]);
    }

    [Fact]
    public void A_double_beyond_the_range_of_float_is_refused()
    {
        var doubles = Filled<double>();
        doubles.Write("b", [1e300]);
        ShouldBeRefused(Save(doubles), "1E+300", "Single");
    }

    [Theory]
    [InlineData("F16", 0x3C00, 0xC100)]
    [InlineData("BF16", 0x3F80, 0xC020)]
    public void Half_precision_is_read(string type, int one, int minusTwoAndAHalf)
    {
        string header = $$$"""{"b":{"dtype":"{{{type}}}","shape":[1],"data_offsets":[0,2]},"w":{"dtype":"{{{type}}}","shape":[2,2],"data_offsets":[2,10]}}""";
        byte[] data = new byte[10];
        BinaryPrimitives.WriteUInt16LittleEndian(data, (ushort)minusTwoAndAHalf);
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(2), (ushort)one);
        var store = Filled<float>();
        Load(File(header, data), store);

        store.ToArray("b").ShouldBe([-2.5f]);
        store.ToArray("w").ShouldBe([1f, 0f, 0f, 0f]);
    }

    [Fact]
    public void The_order_of_the_header_need_not_be_that_of_the_bytes()
    {
        var store = Empty<float>();
        byte[] data = Save(Filled<float>())[^20..];
        Load(File("""  {"b":{"data_offsets":[16,20],"shape":[1],"dtype":"F32"}, "w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""", data), store);
        ShouldBeFilled(store);
    }

    [Fact]
    public void A_file_that_ends_early_is_refused()
    {
        byte[] bytes = Save(Filled<float>());
        for (int length = 0; length < bytes.Length; length++)
        {
            ShouldBeRefused(bytes[..length], "ends within");
        }
    }

    [Fact]
    public void A_file_that_goes_on_is_refused() => ShouldBeRefused([.. Save(Filled<float>()), 0], "Bytes follow");

    [Theory]
    [InlineData("{", "header")]
    [InlineData("[]", "StartObject")]
    [InlineData("{} {}", "header")]
    [InlineData("""{"w":1}""", "StartObject")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2,2]}}""", "'w' needs")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0]}}""", "'w' needs")]
    [InlineData("""{"w":{"dtype":3,"shape":[2,2],"data_offsets":[0,16]}}""", "String")]
    [InlineData("""{"w":{"dtype":"F32","shape":["2"],"data_offsets":[0,16]}}""", "header")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2.5],"data_offsets":[0,16]}}""", "header")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16],"more":0}}""", "'more'")]
    [InlineData("""{"__metadata__":{"a":1}}""", "String")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "twice")]
    [InlineData("""{"w":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"w":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""", "twice")]
    public void A_header_that_is_none_is_refused(string header, string reason) =>
        ShouldBeRefused(File(header, []), "not that of a safetensors file", reason);

    [Fact]
    public void A_header_that_is_no_text_is_refused() =>
        ShouldBeRefused([8, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}', (byte)' '], "header");

    [Fact]
    public void A_header_of_impossible_length_is_refused() =>
        ShouldBeRefused("this is a text file"u8.ToArray(), "no safetensors file", "100000000");

    [Theory]
    [InlineData("""{"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""", "lacks 'b'", "has them")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[1],"data_offsets":[16,20]},"c":{"dtype":"I64","shape":[],"data_offsets":[20,28]}}""", "holds 'c'", "no such")]
    [InlineData("""{"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[1],"data_offsets":[16,20]}}""", "'w' is [2, 2]", "[4] in the file")]
    [InlineData("""{"w":{"dtype":"I32","shape":[2,2],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[1],"data_offsets":[16,20]}}""", "'w'", "I32", "F16, BF16, F32 or F64")]
    public void Another_networks_tensors_are_refused(string header, params string[] parts) =>
        ShouldBeRefused(File(header, new byte[20]), parts);

    [Theory]
    [InlineData(0, 16, 12, 16, "'b' should be the 4 bytes from 16 to 20")] // They overlap.
    [InlineData(0, 16, 20, 24, "'b' should be the 4 bytes from 16 to 20")] // There is a gap.
    [InlineData(0, 16, 16, 24, "'b' should be the 4 bytes from 16 to 20")] // One is too long.
    [InlineData(0, 12, 12, 16, "'w' should be the 16 bytes from 0 to 16")] // One is too short.
    [InlineData(4, 20, 20, 24, "'w' should be the 16 bytes from 0 to 16")] // The first starts late.
    [InlineData(-4, 12, 12, 16, "'w' should be the 16 bytes from 0 to 16")]
    [InlineData(long.MinValue, 16, 16, 20, "'w'")]
    public void Offsets_that_do_not_follow_one_another_are_refused(long wStart, long wEnd, long bStart, long bEnd, string reason)
    {
        string header = $$$"""{"w":{"dtype":"F32","shape":[2,2],"data_offsets":[{{{wStart}}},{{{wEnd}}}]},"b":{"dtype":"F32","shape":[1],"data_offsets":[{{{bStart}}},{{{bEnd}}}]}}""";
        ShouldBeRefused(File(header, new byte[24]), reason);
    }

    /// <summary>Of a checkpoint, whose other tensors nobody wants; the sizes of some would not fit any memory.</summary>
    [Theory]
    [InlineData("""{"dtype":"I64","shape":[0],"data_offsets":[20,20]}""", 0, null)]
    [InlineData("""{"dtype":"I64","shape":[1],"data_offsets":[20,28]}""", 8, null)]
    [InlineData("""{"dtype":"F8_E4M3","shape":[9000],"data_offsets":[20,9020]}""", 9000, null)]
    [InlineData("""{"dtype":"F32","shape":[0],"data_offsets":[20,20]}""", 0, null)]
    [InlineData("""{"dtype":"I64","shape":[1],"data_offsets":[20,12]}""", 8, "'c' should be the 0 bytes from 20 to 20, but its offsets are 20 to 12")]
    [InlineData("""{"dtype":"I64","shape":[1],"data_offsets":[20,-9223372036854775808]}""", 8, "'c' should be the 0 bytes from 20 to 20")]
    [InlineData("""{"dtype":"I64","shape":[1],"data_offsets":[28,36]}""", 16, "'c' should be the 16 bytes from 20 to 36")]
    [InlineData("""{"dtype":"F32","shape":[-4],"data_offsets":[20,4]}""", 0, "'c' has a size below 0")]
    [InlineData("""{"dtype":"F32","shape":[4000000000],"data_offsets":[20,16000000020]}""", 0, "ends within 'c'")]
    [InlineData("""{"dtype":"F32","shape":[1900000000],"data_offsets":[20,7600000020]}""", 0, "ends within 'c'")]
    [InlineData("""{"dtype":"F32","shape":[9223372036854775807,9223372036854775807],"data_offsets":[20,24]}""", 4, "'c' should be the 9223372036854775807 bytes from 20")]
    public void Tensors_that_nobody_wants_are_passed_over_or_refused(string entry, int length, string? reason)
    {
        string header = $$$"""{"__metadata__":{"format":"netgen-trainer-1"},{{{Header[26..^1]}}},"c":{{{entry}}}}""";
        byte[] bytes = [.. File(header, Save(Filled<float>())[^20..]), .. new byte[length]];
        long before = GC.GetAllocatedBytesForCurrentThread();
        if (reason is null)
        {
            var store = Empty<float>();
            Load(bytes, store);
            ShouldBeFilled(store);
        }
        else
        {
            ShouldBeRefused(bytes, reason);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void A_header_longer_than_the_file_takes_no_memory()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ShouldBeRefused([0, 0xE1, 0xF5, 5, 0, 0, 0, 0, (byte)'{'], "ends within the header: expected 100000000 more bytes, but got 1");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    private static void ShouldBeRefused(byte[] bytes, params string[] parts)
    {
        var store = Filled<float>();
        var problem = Should.Throw<InvalidDataException>(() => Load(bytes, store));
        foreach (string part in parts)
        {
            problem.Message.ShouldContain(part);
        }

        ShouldBeFilled(store);
    }

    private static byte[] File(string header, byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. data];
    }

    private static byte[] Save<T>(TensorStore<T> store, IReadOnlyDictionary<string, string>? notes = null)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        using var stream = new MemoryStream();
        Safetensors.Save(stream, store, notes);
        return stream.ToArray();
    }

    private static void Load<T>(byte[] bytes, TensorStore<T> store)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        using var stream = new MemoryStream(bytes);
        Safetensors.Load(stream, store);
    }

    private static void ShouldBeFilled<T>(TensorStore<T> store)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        store.ToArray("w").Select(double.CreateTruncating).ShouldBe([1, 2, 3, 4]);
        store.ToArray("b").Select(double.CreateTruncating).ShouldBe([-5]);
    }

    private static TensorStore<T> Filled<T>()
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var store = Empty<T>();
        store.Write("w", [T.One, T.CreateTruncating(2), T.CreateTruncating(3), T.CreateTruncating(4)]);
        store.Write("b", [T.CreateTruncating(-5)]);
        return store;
    }

    /// <summary>Stored by columns, so that a file written in storage order would show.</summary>
    private static TensorStore<T> Empty<T>()
        where T : unmanaged => new(
            16,
            new TensorLayout(new("w", [2, 2], Init.Normal, 1, true), 8, 1, 2),
            new TensorLayout(new("b", [1], Init.Constant, 0, false), 0, 1));
}
