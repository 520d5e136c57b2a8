using System.Buffers.Binary;
using System.Text;
using NetGen.Weights;

namespace NetGen.Tests.Weights;

/// <summary>Files that PyTorch wrote: counters of batches, and the names of an <c>nn.Sequential</c>.</summary>
public sealed class PyTorchFileTests
{
    private static readonly string[] Layers = ["dense1", "relu1", "dense2"];

    [Fact]
    public void Counters_of_batches_are_passed_over()
    {
        var store = Load(File(("dense1.weight", "F32"), ("batchNorm1.num_batches_tracked", "I64"), ("dense2.weight", "F32")));
        store.ToArray("dense1.weight").ShouldBe([1]);
        store.ToArray("dense2.weight").ShouldBe([3]);
    }

    [Fact]
    public void A_network_that_has_such_a_tensor_gets_it()
    {
        var store = new TensorStore<float>(1, new TensorLayout(new("a.num_batches_tracked", [1], Init.Constant, 0, false), 0, 1));
        using var stream = new MemoryStream(File(("a.num_batches_tracked", "F32")));
        Safetensors.Load(stream, store);

        store.ToArray("a.num_batches_tracked").ShouldBe([1]);
    }

    [Fact]
    public void Names_can_be_mapped()
    {
        var store = Load(File(("0.weight", "F32"), ("1.num_batches_tracked", "I64"), ("2.weight", "F32")), Rename);
        store.ToArray("dense1.weight").ShouldBe([1]);
        store.ToArray("dense2.weight").ShouldBe([3]);

        // Of counters none is asked for.
        Load(File(("0.weight", "F32"), ("1.num_batches_tracked", "I64"), ("2.weight", "F32")), name => name == "0.weight" ? "dense1.weight" : "dense2.weight")
            .ToArray("dense2.weight").ShouldBe([3]);
    }

    [Fact]
    public void Names_that_are_missing_are_told_with_those_there_are() =>
        Should.Throw<InvalidDataException>(() => Load(File(("0.weight", "F32"), ("2.weight", "F32")))).Message.ShouldBe(
            "The file lacks 'dense1.weight', 'dense2.weight': the network has them. It holds '0.weight', '2.weight'.");

    [Fact]
    public void Of_many_names_the_first_are_told() =>
        Should.Throw<InvalidDataException>(() => Load(File([.. Enumerable.Range(0, 10).Select(i => ($"{i}", "F32"))]))).Message.ShouldEndWith(
            "It holds '0', '1', '2', '3', '4', '5', '6', '7' and 2 more.");

    [Fact]
    public void Two_tensors_cannot_get_one_name() =>
        Should.Throw<InvalidDataException>(() => Load(File(("0.weight", "F32"), ("2.weight", "F32")), _ => "dense1.weight")).Message.ShouldBe(
            "Expected a name of its own for each tensor, but '0.weight' and '2.weight' are both renamed to 'dense1.weight'.");

    private static string Rename(string name) => Layers[name[0] - '0'] + name[1..];

    private static TensorStore<float> Load(byte[] bytes, Func<string, string>? rename = null)
    {
        var store = new TensorStore<float>(
            2,
            new TensorLayout(new("dense1.weight", [1], Init.Constant, 0, false), 0, 1),
            new TensorLayout(new("dense2.weight", [1], Init.Constant, 0, false), 1, 1));
        using var stream = new MemoryStream(bytes);
        Safetensors.Load(stream, store, rename);
        return store;
    }

    /// <summary>Tensors of one element, which is their place from 1; whole numbers are single numbers, as PyTorch's counters are.</summary>
    private static byte[] File(params (string Name, string Type)[] tensors)
    {
        var entries = new List<string>();
        var data = new List<byte>();
        foreach (var (name, type) in tensors)
        {
            byte[] element = type == "F32" ? BitConverter.GetBytes(entries.Count + 1f) : BitConverter.GetBytes(entries.Count + 1L);
            entries.Add($$"""
                "{{name}}":{"dtype":"{{type}}","shape":[{{(type == "F32" ? "1" : "")}}],"data_offsets":[{{data.Count}},{{data.Count + element.Length}}]}
                """);
            data.AddRange(element);
        }

        byte[] header = Encoding.UTF8.GetBytes($"{{{string.Join(',', entries)}}}");
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. data];
    }
}
