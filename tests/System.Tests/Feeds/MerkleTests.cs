using System.Security.Cryptography;
using Revitalization.Contracts.Releases;

namespace Revitalization.SystemTests.Feeds;

/// <summary>The trees that prove a row published and a log unshortened, against the vectors of Certificate Transparency.</summary>
public sealed class MerkleTests
{
    private static readonly byte[][] Leaves =
    [
        .. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }
            .Select(hex => Merkle.Leaf(Convert.FromHexString(hex))),
    ];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_that_of_RFC_6962(int size, string root) =>
        Convert.ToHexStringLower(Merkle.Root(Leaves[..size])).ShouldBe(root);

    [Fact]
    public void Every_leaf_of_every_tree_proves_its_place_and_no_other()
    {
        for (var size = 1; size <= 40; size++)
        {
            var leaves = Tree(size);
            var root = Merkle.Root(leaves);
            for (var at = 0; at < size; at++)
            {
                var proof = Merkle.InclusionProof(leaves, at);
                MerkleVerification.IsIncluded(leaves[at], at, size, proof, root).ShouldBeTrue();
                MerkleVerification.IsIncluded(Merkle.Leaf([255]), at, size, proof, root).ShouldBeFalse();
                MerkleVerification.IsIncluded(leaves[at], at, size, [.. proof, root], root).ShouldBeFalse();
                if (size > 1) MerkleVerification.IsIncluded(leaves[at], (at + 1) % size, size, proof, root).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Every_tree_proves_that_it_only_grew()
    {
        for (var size = 1; size <= 40; size++)
        {
            var leaves = Tree(size);
            var root = Merkle.Root(leaves);
            for (var old = 0; old <= size; old++)
            {
                var proof = Merkle.ConsistencyProof(leaves, old);
                var oldRoot = Merkle.Root(leaves[..old]);
                MerkleVerification.IsConsistent(old, oldRoot, size, root, proof).ShouldBeTrue($"{old} in {size}");
                if (old > 0) MerkleVerification.IsConsistent(old, Merkle.Leaf([9]), size, root, proof).ShouldBeFalse();
                if (old > 0 && old < size) MerkleVerification.IsConsistent(old, oldRoot, size, SHA256.HashData([1]), proof).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void The_inclusion_proof_of_the_RFCs_example_is_the_one_published() =>
        Merkle.InclusionProof(Leaves[..8], 5).Select(Convert.ToHexStringLower).ShouldBe(
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]);

    private static byte[][] Tree(int size) => [.. Enumerable.Range(0, size).Select(leaf => Merkle.Leaf([(byte)leaf]))];
}
