;; Operations on rows of bits; see primitives.ts for what each does.
(module
  (memory (export "memory") 1)
  (global $rowBytes (mut i32) (i32.const 32))
  (global $certainRow (mut i32) (i32.const 0))

  (func (export "init") (param $rowBytes i32) (param $certainRow i32)
    (global.set $rowBytes (local.get $rowBytes))
    (global.set $certainRow (local.get $certainRow)))

  (func (export "and") (param $target i32) (param $a i32) (param $b i32) (result i32)
    (local $end i32) (local $any v128) (local $x v128) (local $y v128)
    (local.set $end (i32.add (local.get $target) (global.get $rowBytes)))
    (loop $next
      (local.set $x (v128.and (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $y (v128.and
        (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))
      (v128.store (local.get $target) (local.get $x))
      (v128.store offset=16 (local.get $target) (local.get $y))
      (local.set $any (v128.or (local.get $any) (v128.or (local.get $x) (local.get $y))))
      (local.set $a (i32.add (local.get $a) (i32.const 32)))
      (local.set $b (i32.add (local.get $b) (i32.const 32)))
      (local.set $target (i32.add (local.get $target) (i32.const 32)))
      (br_if $next (i32.lt_u (local.get $target) (local.get $end))))
    (v128.any_true (local.get $any)))

  (func (export "or") (param $target i32) (param $a i32) (param $b i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $target) (global.get $rowBytes)))
    (loop $next
      (v128.store (local.get $target)
        (v128.or (v128.load (local.get $a)) (v128.load (local.get $b))))
      (v128.store offset=16 (local.get $target)
        (v128.or (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))
      (local.set $a (i32.add (local.get $a) (i32.const 32)))
      (local.set $b (i32.add (local.get $b) (i32.const 32)))
      (local.set $target (i32.add (local.get $target) (i32.const 32)))
      (br_if $next (i32.lt_u (local.get $target) (local.get $end)))))

  (func (export "without") (param $target i32) (param $a i32) (param $b i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $target) (global.get $rowBytes)))
    (loop $next
      (v128.store (local.get $target)
        (v128.andnot (v128.load (local.get $a)) (v128.load (local.get $b))))
      (v128.store offset=16 (local.get $target)
        (v128.andnot (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))
      (local.set $a (i32.add (local.get $a) (i32.const 32)))
      (local.set $b (i32.add (local.get $b) (i32.const 32)))
      (local.set $target (i32.add (local.get $target) (i32.const 32)))
      (br_if $next (i32.lt_u (local.get $target) (local.get $end)))))

  (func (export "unite") (param $target i32) (param $list i32) (param $end i32)
    (local $at i32) (local $entry i32) (local $x v128) (local $y v128) (local $row i32)
    (loop $next
      (local.set $x (v128.const i64x2 0 0))
      (local.set $y (v128.const i64x2 0 0))
      (local.set $entry (local.get $list))
      (block $done (loop $part
        (br_if $done (i32.ge_u (local.get $entry) (local.get $end)))
        (local.set $row (i32.add (i32.load (local.get $entry)) (local.get $at)))
        (local.set $x (v128.or (local.get $x) (v128.load (local.get $row))))
        (local.set $y (v128.or (local.get $y) (v128.load offset=16 (local.get $row))))
        (local.set $entry (i32.add (local.get $entry) (i32.const 4)))
        (br $part)))
      (v128.store (i32.add (local.get $target) (local.get $at)) (local.get $x))
      (v128.store offset=16 (i32.add (local.get $target) (local.get $at)) (local.get $y))
      (local.set $at (i32.add (local.get $at) (i32.const 32)))
      (br_if $next (i32.lt_u (local.get $at) (global.get $rowBytes)))))

  (func (export "uniteWithout") (param $target i32) (param $list i32) (param $end i32)
    (local $at i32) (local $entry i32) (local $x v128) (local $y v128) (local $a i32) (local $b i32)
    (loop $next
      (local.set $x (v128.const i64x2 0 0))
      (local.set $y (v128.const i64x2 0 0))
      (local.set $entry (local.get $list))
      (block $done (loop $part
        (br_if $done (i32.ge_u (local.get $entry) (local.get $end)))
        (local.set $a (i32.add (i32.load (local.get $entry)) (local.get $at)))
        (local.set $b (i32.add (i32.load offset=4 (local.get $entry)) (local.get $at)))
        (local.set $x (v128.or (local.get $x)
          (v128.andnot (v128.load (local.get $a)) (v128.load (local.get $b)))))
        (local.set $y (v128.or (local.get $y)
          (v128.andnot (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b)))))
        (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
        (br $part)))
      (v128.store (i32.add (local.get $target) (local.get $at)) (local.get $x))
      (v128.store offset=16 (i32.add (local.get $target) (local.get $at)) (local.get $y))
      (local.set $at (i32.add (local.get $at) (i32.const 32)))
      (br_if $next (i32.lt_u (local.get $at) (global.get $rowBytes)))))

  (func (export "uniteBoth") (param $possible i32) (param $list i32) (param $end i32)
    (local $certain i32) (local $at i32) (local $entry i32) (local $a i32) (local $b i32) (local $c i32)
    (local $x v128) (local $y v128) (local $sureX v128) (local $sureY v128)
    (local.set $certain (i32.load (local.get $list)))
    (local.set $list (i32.add (local.get $list) (i32.const 4)))
    (loop $next
      (local.set $x (v128.const i64x2 0 0))
      (local.set $y (v128.const i64x2 0 0))
      (local.set $sureX (v128.const i64x2 0 0))
      (local.set $sureY (v128.const i64x2 0 0))
      (local.set $entry (local.get $list))
      (block $done (loop $part
        (br_if $done (i32.ge_u (local.get $entry) (local.get $end)))
        (local.set $a (i32.add (i32.load (local.get $entry)) (local.get $at)))
        (local.set $b (i32.add (i32.load offset=4 (local.get $entry)) (local.get $at)))
        (local.set $c (i32.add (i32.load offset=8 (local.get $entry)) (local.get $at)))
        (local.set $x (v128.or (local.get $x) (v128.load (local.get $a))))
        (local.set $y (v128.or (local.get $y) (v128.load offset=16 (local.get $a))))
        (local.set $sureX (v128.or (local.get $sureX)
          (v128.andnot (v128.load (local.get $b)) (v128.load (local.get $c)))))
        (local.set $sureY (v128.or (local.get $sureY)
          (v128.andnot (v128.load offset=16 (local.get $b)) (v128.load offset=16 (local.get $c)))))
        (local.set $entry (i32.add (local.get $entry) (i32.const 12)))
        (br $part)))
      (v128.store (i32.add (local.get $possible) (local.get $at)) (local.get $x))
      (v128.store offset=16 (i32.add (local.get $possible) (local.get $at)) (local.get $y))
      (v128.store (i32.add (local.get $certain) (local.get $at)) (local.get $sureX))
      (v128.store offset=16 (i32.add (local.get $certain) (local.get $at)) (local.get $sureY))
      (local.set $at (i32.add (local.get $at) (i32.const 32)))
      (br_if $next (i32.lt_u (local.get $at) (global.get $rowBytes)))))

  (func $bits (param $x v128) (result i32)
    (i32.wrap_i64 (i64.add
      (i64.popcnt (i64x2.extract_lane 0 (local.get $x)))
      (i64.popcnt (i64x2.extract_lane 1 (local.get $x))))))

  (func (export "count") (param $a i32) (param $b i32) (result i32)
    (local $end i32) (local $x v128) (local $sum i32)
    (local.set $end (i32.add (local.get $a) (global.get $rowBytes)))
    (loop $next
      (local.set $x (v128.and (v128.load (local.get $a)) (v128.load (local.get $b))))
      (if (v128.any_true (local.get $x))
        (then (local.set $sum (i32.add (local.get $sum) (call $bits (local.get $x))))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $a) (local.get $end))))
    (local.get $sum))

  (func (export "narrow") (param $row i32) (param $list i32) (param $end i32) (result i32)
    (local $at i32) (local $entry i32) (local $address i32)
    (local $x v128) (local $y v128) (local $sureX v128) (local $sureY v128)
    (local $possible i32) (local $certain i32)
    (loop $next
      (local.set $x (v128.load (i32.add (local.get $row) (local.get $at))))
      (local.set $y (v128.load offset=16 (i32.add (local.get $row) (local.get $at))))
      (local.set $sureX (local.get $x))
      (local.set $sureY (local.get $y))
      (if (v128.any_true (v128.or (local.get $x) (local.get $y)))
        (then
          (local.set $entry (local.get $list))
          (block $done (loop $narrower
            (br_if $done (i32.ge_u (local.get $entry) (local.get $end)))
            (local.set $address (i32.load (local.get $entry)))
            (if (i32.and (local.get $address) (i32.const 1))
              (then
                (local.set $address (i32.add (local.get $address) (local.get $at)))
                (local.set $sureX
                  (v128.and (local.get $sureX)
                    (v128.load (i32.sub (local.get $address) (i32.const 1)))))
                (local.set $sureY
                  (v128.and (local.get $sureY)
                    (v128.load offset=15 (local.get $address)))))
              (else
                (local.set $address (i32.add (local.get $address) (local.get $at)))
                (local.set $sureX
                  (v128.andnot (local.get $sureX) (v128.load (local.get $address))))
                (local.set $sureY
                  (v128.andnot (local.get $sureY) (v128.load offset=16 (local.get $address))))))
            (local.set $entry (i32.add (local.get $entry) (i32.const 4)))
            (br $narrower)))
          (local.set $possible (i32.add (local.get $possible)
            (i32.add (call $bits (local.get $x)) (call $bits (local.get $y)))))
          (local.set $certain (i32.add (local.get $certain)
            (i32.add (call $bits (local.get $sureX)) (call $bits (local.get $sureY)))))))
      (v128.store (i32.add (global.get $certainRow) (local.get $at)) (local.get $sureX))
      (v128.store offset=16 (i32.add (global.get $certainRow) (local.get $at)) (local.get $sureY))
      (local.set $at (i32.add (local.get $at) (i32.const 32)))
      (br_if $next (i32.lt_u (local.get $at) (global.get $rowBytes))))
    (i32.or (i32.shl (local.get $possible) (i32.const 16)) (local.get $certain)))

  (func (export "scatter16") (param $codes i32) (param $count i32) (param $rows i32)
    (local $place i32) (local $word i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $place) (local.get $count)))
      (local.set $word (i32.add
        (i32.add (local.get $rows)
          (i32.mul (i32.load16_u (local.get $codes)) (global.get $rowBytes)))
        (i32.shl (i32.shr_u (local.get $place) (i32.const 5)) (i32.const 2))))
      (i32.store (local.get $word)
        (i32.or (i32.load (local.get $word)) (i32.shl (i32.const 1) (local.get $place))))
      (local.set $codes (i32.add (local.get $codes) (i32.const 2)))
      (local.set $place (i32.add (local.get $place) (i32.const 1)))
      (br $next))))

  (func (export "accumulate") (param $rows i32) (param $count i32)
    (local $at i32)
    (local.set $at (i32.sub
      (i32.add (local.get $rows) (i32.mul (local.get $count) (global.get $rowBytes)))
      (i32.add (global.get $rowBytes) (i32.const 16))))
    (block $done (loop $next
      (br_if $done (i32.lt_s (local.get $at) (local.get $rows)))
      (v128.store (local.get $at)
        (v128.or (v128.load (local.get $at))
          (v128.load (i32.add (local.get $at) (global.get $rowBytes)))))
      (local.set $at (i32.sub (local.get $at) (i32.const 16)))
      (br $next))))

  (func (export "list") (param $row i32) (param $target i32) (result i32)
    (local $at i32) (local $bits i64) (local $first i32) (local $to i32)
    (local.set $to (local.get $target))
    (loop $next
      (local.set $bits (i64.load (i32.add (local.get $row) (local.get $at))))
      (if (i64.ne (local.get $bits) (i64.const 0))
        (then
          (local.set $first (i32.shl (local.get $at) (i32.const 3)))
          (loop $bit
            (i32.store16 (local.get $to)
              (i32.add (local.get $first) (i32.wrap_i64 (i64.ctz (local.get $bits)))))
            (local.set $to (i32.add (local.get $to) (i32.const 2)))
            (local.set $bits
              (i64.and (local.get $bits) (i64.sub (local.get $bits) (i64.const 1))))
            (br_if $bit (i64.ne (local.get $bits) (i64.const 0))))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $at) (global.get $rowBytes))))
    (i32.shr_u (i32.sub (local.get $to) (local.get $target)) (i32.const 1)))

  ;; The upper halves of two pairs of doubles.
  (func $upper (param $p v128) (param $q v128) (result v128)
    (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $p) (local.get $q)))

  ;; The keys of two pairs of values, as places among those of a plan.
  (func $keys (param $p v128) (param $q v128) (param $plan i32) (result v128)
    (local $offset v128)
    (local.set $offset (v128.load64_splat offset=48 (local.get $plan)))
    (i32x4.min_s
      (i32x4.max_s
        (i32x4.sub
          (i32x4.shr_s
            (call $upper
              (f64x2.add (local.get $p) (local.get $offset))
              (f64x2.add (local.get $q) (local.get $offset)))
            (i32.load offset=32 (local.get $plan)))
          (v128.load32_splat offset=24 (local.get $plan)))
        (v128.const i32x4 0 0 0 0))
      (v128.load32_splat offset=28 (local.get $plan))))

  ;; Where the search for a value with a key begins, in bytes behind the first bound.
  (func $start (param $starts i32) (param $key i32) (result i32)
    (i32.shl
      (i32.load16_u (i32.add (local.get $starts) (i32.shl (local.get $key) (i32.const 1))))
      (i32.const 3)))

  ;; One step of a search among ascending doubles: past the first half when its last is at most the value.
  (func $past (param $at i32) (param $half i32) (param $value f64) (result i32)
    (local $next i32)
    (local.set $next (i32.add (local.get $at) (local.get $half)))
    (select (local.get $next) (local.get $at)
      (f64.le (f64.load offset=56 (local.get $next)) (local.get $value))))

  ;; Writes the states of two pairs of values; their searches overlap.
  (func $bins4 (param $p v128) (param $q v128) (param $plan i32) (param $target i32)
    (local $keys v128) (local $starts i32) (local $half i32) (local $states v128)
    (local $a f64) (local $b f64) (local $c f64) (local $d f64)
    (local $atA i32) (local $atB i32) (local $atC i32) (local $atD i32)
    (local $other v128)
    (local.set $a (f64x2.extract_lane 0 (local.get $p)))
    (local.set $b (f64x2.extract_lane 1 (local.get $p)))
    (local.set $c (f64x2.extract_lane 0 (local.get $q)))
    (local.set $d (f64x2.extract_lane 1 (local.get $q)))
    (local.set $keys (call $keys (local.get $p) (local.get $q) (local.get $plan)))
    (local.set $starts (i32.load offset=40 (local.get $plan)))
    (local.set $half (i32.load offset=36 (local.get $plan)))
    (local.set $atA (i32.add (local.get $plan)
      (call $start (local.get $starts) (i32x4.extract_lane 0 (local.get $keys)))))
    (local.set $atB (i32.add (local.get $plan)
      (call $start (local.get $starts) (i32x4.extract_lane 1 (local.get $keys)))))
    (local.set $atC (i32.add (local.get $plan)
      (call $start (local.get $starts) (i32x4.extract_lane 2 (local.get $keys)))))
    (local.set $atD (i32.add (local.get $plan)
      (call $start (local.get $starts) (i32x4.extract_lane 3 (local.get $keys)))))
    (block $found (loop $next
      (br_if $found (i32.lt_u (local.get $half) (i32.const 8)))
      (local.set $atA (call $past (local.get $atA) (local.get $half) (local.get $a)))
      (local.set $atB (call $past (local.get $atB) (local.get $half) (local.get $b)))
      (local.set $atC (call $past (local.get $atC) (local.get $half) (local.get $c)))
      (local.set $atD (call $past (local.get $atD) (local.get $half) (local.get $d)))
      (local.set $half (i32.shr_u (local.get $half) (i32.const 1)))
      (br $next)))
    (local.set $states (i32x4.shr_u
      (i32x4.sub
        (i32x4.replace_lane 3 (i32x4.replace_lane 2 (i32x4.replace_lane 1
          (i32x4.splat (local.get $atA)) (local.get $atB)) (local.get $atC)) (local.get $atD))
        (i32x4.splat (local.get $plan)))
      (i32.const 3)))
    (local.set $other (v128.load64_splat offset=8 (local.get $plan)))
    (local.set $states (v128.andnot (local.get $states)
      (call $upper
        (f64x2.eq (local.get $p) (local.get $other)) (f64x2.eq (local.get $q) (local.get $other)))))
    (local.set $other (v128.load64_splat (local.get $plan)))
    (local.set $states (v128.bitselect
      (i32x4.splat (i32.add (i32.load offset=16 (local.get $plan)) (i32.const 1)))
      (local.get $states)
      (call $upper
        (f64x2.eq (local.get $p) (local.get $other)) (f64x2.eq (local.get $q) (local.get $other)))))
    (v128.store64_lane 0 (local.get $target)
      (i16x8.narrow_i32x4_u (local.get $states) (local.get $states))))

  ;; The last two of four integers.
  (func $last (param $x v128) (result v128)
    (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $x) (local.get $x)))

  ;; Writes the states of four integers.
  (func $binsOf (param $x v128) (param $plan i32) (param $target i32)
    (call $bins4
      (f64x2.convert_low_i32x4_s (local.get $x))
      (f64x2.convert_low_i32x4_s (call $last (local.get $x)))
      (local.get $plan) (local.get $target)))

  (func (export "bins16") (param $values i32) (param $count i32) (param $plan i32)
    (local $target i32) (local $end i32)
    (local.set $target (i32.load offset=20 (local.get $plan)))
    (local.set $end (i32.add (local.get $values) (i32.shl (local.get $count) (i32.const 1))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $values) (local.get $end)))
      (call $binsOf (v128.load16x4_u (local.get $values)) (local.get $plan) (local.get $target))
      (local.set $values (i32.add (local.get $values) (i32.const 8)))
      (local.set $target (i32.add (local.get $target) (i32.const 8)))
      (br $next))))

  (func (export "bins32") (param $values i32) (param $count i32) (param $plan i32)
    (local $target i32) (local $end i32)
    (local.set $target (i32.load offset=20 (local.get $plan)))
    (local.set $end (i32.add (local.get $values) (i32.shl (local.get $count) (i32.const 2))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $values) (local.get $end)))
      (call $binsOf (v128.load (local.get $values)) (local.get $plan) (local.get $target))
      (local.set $values (i32.add (local.get $values) (i32.const 16)))
      (local.set $target (i32.add (local.get $target) (i32.const 8)))
      (br $next))))

  (func $bins64 (export "bins64") (param $values i32) (param $count i32) (param $plan i32)
    (local $target i32) (local $end i32)
    (local.set $target (i32.load offset=20 (local.get $plan)))
    (local.set $end (i32.add (local.get $values) (i32.shl (local.get $count) (i32.const 3))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $values) (local.get $end)))
      (call $bins4
        (v128.load (local.get $values)) (v128.load offset=16 (local.get $values))
        (local.get $plan) (local.get $target))
      (local.set $values (i32.add (local.get $values) (i32.const 32)))
      (local.set $target (i32.add (local.get $target) (i32.const 8)))
      (br $next))))

  (func (export "lookup8") (param $values i32) (param $count i32) (param $plan i32)
    (local $target i32) (local $end i32)
    (local.set $target (i32.load (local.get $plan)))
    (local.set $end (i32.add (local.get $values) (local.get $count)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $values) (local.get $end)))
      (i32.store16 (local.get $target)
        (i32.load16_u offset=8 (i32.add (local.get $plan)
          (i32.shl (i32.load8_u (local.get $values)) (i32.const 1)))))
      (local.set $values (i32.add (local.get $values) (i32.const 1)))
      (local.set $target (i32.add (local.get $target) (i32.const 2)))
      (br $next))))

  (func (export "lookup16") (param $values i32) (param $count i32) (param $plan i32)
    (local $target i32) (local $end i32)
    (local.set $target (i32.load (local.get $plan)))
    (local.set $end (i32.add (local.get $values) (i32.shl (local.get $count) (i32.const 1))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $values) (local.get $end)))
      (i32.store16 (local.get $target)
        (i32.load16_u offset=8 (i32.add (local.get $plan)
          (i32.shl (i32.load16_u (local.get $values)) (i32.const 1)))))
      (local.set $values (i32.add (local.get $values) (i32.const 2)))
      (local.set $target (i32.add (local.get $target) (i32.const 2)))
      (br $next))))

  ;; Rounds down to a whole number of steps.
  (func $steps (param $value f64) (param $step f64) (result f64)
    (f64.mul (f64.floor (f64.div (local.get $value) (local.get $step))) (local.get $step)))

  (func (export "addScaled") (param $row i32) (param $values i32) (param $plan i32)
    (local $at i32) (local $bits i64) (local $word i32)
    (local $factor f64) (local $divisor f64) (local $step f64) (local $floor f64) (local $cap f64)
    (local $value f64) (local $sum f64) (local $known i32) (local $open i32)
    (local.set $factor (f64.load (local.get $plan)))
    (local.set $divisor (f64.load offset=8 (local.get $plan)))
    (local.set $step (f64.load offset=16 (local.get $plan)))
    (local.set $floor (f64.load offset=24 (local.get $plan)))
    (local.set $cap (f64.load offset=32 (local.get $plan)))
    (loop $next
      (local.set $bits (i64.load (i32.add (local.get $row) (local.get $at))))
      (if (i64.ne (local.get $bits) (i64.const 0))
        (then
          (local.set $word (i32.add (local.get $values) (i32.shl (local.get $at) (i32.const 6))))
          (loop $bit
            (local.set $value (f64.load (i32.add (local.get $word)
              (i32.shl (i32.wrap_i64 (i64.ctz (local.get $bits))) (i32.const 3)))))
            (if (f64.eq (local.get $value) (local.get $value))
              (then
                (local.set $known (i32.add (local.get $known) (i32.const 1)))
                (local.set $value (f64.floor (f64.div
                  (f64.mul (f64.max (local.get $value) (f64.const 0)) (local.get $factor))
                  (local.get $divisor))))
                (if (f64.ne (local.get $step) (f64.const 1))
                  (then (local.set $value
                    (call $steps (local.get $value) (local.get $step)))))
                (local.set $sum (f64.add (local.get $sum)
                  (f64.min (f64.max (local.get $value) (local.get $floor)) (local.get $cap)))))
              (else (local.set $open (i32.add (local.get $open) (i32.const 1)))))
            (local.set $bits
              (i64.and (local.get $bits) (i64.sub (local.get $bits) (i64.const 1))))
            (br_if $bit (i64.ne (local.get $bits) (i64.const 0))))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $at) (global.get $rowBytes))))
    (f64.store offset=40 (local.get $plan) (local.get $sum))
    (i32.store offset=48 (local.get $plan) (local.get $known))
    (i32.store offset=52 (local.get $plan) (local.get $open)))

  ;; Where the errors of a vector of numbers begin.
  (func $errors (param $values i32) (result i32)
    (i32.add (local.get $values) (i32.shl (global.get $rowBytes) (i32.const 6))))

  ;; The error of a result: none for safe whole numbers that come from such.
  (func $errorOf (param $value v128) (param $carried v128) (result v128)
    (local $size v128)
    (local.set $size (f64x2.abs (local.get $value)))
    (v128.andnot
      (f64x2.add (local.get $carried)
        (f64x2.mul (local.get $size) (v128.const f64x2 0x1p-52 0x1p-52)))
      (v128.and
        (f64x2.eq (local.get $carried) (v128.const f64x2 0 0))
        (v128.and
          (f64x2.le (local.get $size) (v128.const f64x2 9007199254740991 9007199254740991))
          (f64x2.eq (f64x2.floor (local.get $value)) (local.get $value))))))

  ;; Stores two results: NaN where they are open, 0 with an infinite error where doubles cannot hold them.
  (func $keep (param $target i32) (param $value v128) (param $error v128) (param $isOpen v128)
    (local $isSure v128)
    (local.set $isSure (v128.and
      (f64x2.lt (f64x2.abs (local.get $value)) (v128.const f64x2 inf inf))
      (f64x2.lt (local.get $error) (v128.const f64x2 inf inf))))
    (v128.store (local.get $target)
      (v128.bitselect (v128.const f64x2 nan nan)
        (v128.and (local.get $value) (local.get $isSure)) (local.get $isOpen)))
    (v128.store (call $errors (local.get $target))
      (v128.andnot
        (v128.bitselect (local.get $error) (v128.const f64x2 inf inf) (local.get $isSure))
        (local.get $isOpen))))

  ;; Two stored numbers as they are worth.
  (func $worth (param $each v128) (param $plan i32) (param $target i32)
    (local $value v128) (local $rate v128)
    (local.set $value (f64x2.mul (local.get $each) (v128.load64_splat offset=16 (local.get $plan))))
    (local.set $rate (v128.load64_splat offset=24 (local.get $plan)))
    (call $keep (local.get $target) (local.get $value)
      (v128.bitselect
        (call $errorOf (local.get $value) (v128.const f64x2 0 0))
        (f64x2.mul (f64x2.abs (local.get $value)) (local.get $rate))
        (f64x2.eq (local.get $rate) (v128.const f64x2 0 0)))
      (v128.or
        (f64x2.eq (local.get $each) (v128.load64_splat (local.get $plan)))
        (f64x2.eq (local.get $each) (v128.load64_splat offset=8 (local.get $plan))))))

  (func (export "worth32") (param $stored i32) (param $count i32) (param $plan i32)
    (local $target i32) (local $end i32)
    (local.set $target (i32.load offset=32 (local.get $plan)))
    (local.set $end (i32.add (local.get $stored) (i32.shl (local.get $count) (i32.const 2))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $stored) (local.get $end)))
      (call $worth (f64x2.convert_low_i32x4_s (v128.load64_zero (local.get $stored)))
        (local.get $plan) (local.get $target))
      (local.set $stored (i32.add (local.get $stored) (i32.const 8)))
      (local.set $target (i32.add (local.get $target) (i32.const 16)))
      (br $next))))

  (func (export "worth64") (param $stored i32) (param $count i32) (param $plan i32)
    (local $target i32) (local $end i32)
    (local.set $target (i32.load offset=32 (local.get $plan)))
    (local.set $end (i32.add (local.get $stored) (i32.shl (local.get $count) (i32.const 3))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $stored) (local.get $end)))
      (call $worth (v128.load (local.get $stored)) (local.get $plan) (local.get $target))
      (local.set $stored (i32.add (local.get $stored) (i32.const 16)))
      (local.set $target (i32.add (local.get $target) (i32.const 16)))
      (br $next))))

  (func (export "combine") (param $operation i32) (param $target i32) (param $right i32)
    (local $end i32) (local $a v128) (local $b v128) (local $errorA v128) (local $errorB v128)
    (local $value v128) (local $error v128) (local $least v128) (local $isOpen v128)
    (local.set $end (call $errors (local.get $target)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $target) (local.get $end)))
      (local.set $a (v128.load (local.get $target)))
      (local.set $b (v128.load (local.get $right)))
      (local.set $errorA (v128.load (call $errors (local.get $target))))
      (local.set $errorB (v128.load (call $errors (local.get $right))))
      (local.set $isOpen (v128.or
        (f64x2.ne (local.get $a) (local.get $a)) (f64x2.ne (local.get $b) (local.get $b))))
      (block $worked
        (if (i32.le_u (local.get $operation) (i32.const 1))
          (then
            (local.set $value (if (result v128) (local.get $operation)
              (then (f64x2.sub (local.get $a) (local.get $b)))
              (else (f64x2.add (local.get $a) (local.get $b)))))
            (local.set $error (call $errorOf (local.get $value)
              (f64x2.add (local.get $errorA) (local.get $errorB))))
            (br $worked)))
        (if (i32.eq (local.get $operation) (i32.const 2))
          (then
            (local.set $value (f64x2.mul (local.get $a) (local.get $b)))
            (local.set $error (call $errorOf (local.get $value)
              (f64x2.add
                (f64x2.add
                  (f64x2.mul (f64x2.abs (local.get $a)) (local.get $errorB))
                  (f64x2.mul (f64x2.abs (local.get $b)) (local.get $errorA)))
                (f64x2.mul (local.get $errorA) (local.get $errorB)))))
            (br $worked)))
        (local.set $value (f64x2.div (local.get $a) (local.get $b)))
        (local.set $least (f64x2.sub (f64x2.abs (local.get $b)) (local.get $errorB)))
        (local.set $error
          (v128.bitselect
            (v128.const f64x2 inf inf)
            (f64x2.add
              (f64x2.div
                (f64x2.add (local.get $errorA)
                  (f64x2.mul (f64x2.abs (local.get $value)) (local.get $errorB)))
                (local.get $least))
              (f64x2.mul (f64x2.abs (local.get $value)) (v128.const f64x2 0x1p-52 0x1p-52)))
            (f64x2.le (local.get $least) (v128.const f64x2 0 0))))
        (local.set $isOpen (v128.or (local.get $isOpen)
          (v128.and
            (f64x2.eq (local.get $b) (v128.const f64x2 0 0))
            (f64x2.eq (local.get $errorB) (v128.const f64x2 0 0))))))
      (call $keep (local.get $target) (local.get $value) (local.get $error) (local.get $isOpen))
      (local.set $target (i32.add (local.get $target) (i32.const 16)))
      (local.set $right (i32.add (local.get $right) (i32.const 16)))
      (br $next))))

  (func (export "fillOpen") (param $target i32) (param $other i32) (param $count i32)
    (local $end i32) (local $value v128) (local $isOpen v128)
    (local.set $end (i32.add (local.get $target) (i32.shl (local.get $count) (i32.const 3))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $target) (local.get $end)))
      (local.set $value (v128.load (local.get $target)))
      (local.set $isOpen (f64x2.ne (local.get $value) (local.get $value)))
      (v128.store (local.get $target)
        (v128.bitselect (v128.load (local.get $other)) (local.get $value) (local.get $isOpen)))
      (v128.store (call $errors (local.get $target))
        (v128.bitselect
          (v128.load (call $errors (local.get $other)))
          (v128.load (call $errors (local.get $target)))
          (local.get $isOpen)))
      (local.set $target (i32.add (local.get $target) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (br $next))))

  ;; Whether a value lies so near to the bound at an address that doubles cannot tell its side.
  (func $isNear (param $bound i32) (param $slacks i32) (param $value f64) (param $error f64)
    (result i32)
    (local $slack f64)
    (local.set $slack (f64.add (local.get $error)
      (f64.load (i32.add (local.get $bound) (local.get $slacks)))))
    (i32.and
      (f64.gt (local.get $slack) (f64.const 0))
      (f64.le
        (f64.abs (f64.sub (f64.load (local.get $bound)) (local.get $value)))
        (local.get $slack))))

  (func (export "binsNear") (param $values i32) (param $count i32) (param $plan i32) (result i32)
    (local $end i32) (local $target i32) (local $open i32) (local $slacks i32)
    (local $state i32) (local $bound i32) (local $value f64) (local $error f64)
    (local $isNear i32) (local $near i32)
    (call $bins64 (local.get $values) (local.get $count) (local.get $plan))
    (local.set $open (i32.add (i32.load offset=16 (local.get $plan)) (i32.const 1)))
    (local.set $slacks (i32.load offset=44 (local.get $plan)))
    (local.set $target (i32.load offset=20 (local.get $plan)))
    (local.set $end (i32.add (local.get $values) (i32.shl (local.get $count) (i32.const 3))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $values) (local.get $end)))
      (local.set $value (f64.load (local.get $values)))
      (local.set $error (f64.load (call $errors (local.get $values))))
      (local.set $state (i32.load16_u (local.get $target)))
      (local.set $bound (i32.add (local.get $plan) (i32.shl (local.get $state) (i32.const 3))))
      (local.set $isNear (i32.or
        (call $isNear (i32.add (local.get $bound) (i32.const 56))
          (local.get $slacks) (local.get $value) (local.get $error))
        (call $isNear (i32.add (local.get $bound) (i32.const 64))
          (local.get $slacks) (local.get $value) (local.get $error))))
      (local.set $near (i32.add (local.get $near) (local.get $isNear)))
      (i32.store16 (local.get $target)
        (select
          (local.get $open)
          (select (i32.const 0xffff) (local.get $state) (local.get $isNear))
          (f64.ne (local.get $value) (local.get $value))))
      (local.set $values (i32.add (local.get $values) (i32.const 8)))
      (local.set $target (i32.add (local.get $target) (i32.const 2)))
      (br $next)))
    (local.get $near))

  (func (export "mix16") (param $target i32) (param $given i32) (param $plan i32)
    (local $end i32) (local $width i32)
    (local.set $end (i32.add (local.get $target)
      (i32.shl (i32.load (local.get $plan)) (i32.const 1))))
    (local.set $width (i32.load offset=4 (local.get $plan)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $target) (local.get $end)))
      (i32.store16 (local.get $target)
        (i32.add
          (i32.mul (i32.load16_u (local.get $target)) (local.get $width))
          (i32.load16_u offset=8 (i32.add (local.get $plan)
            (i32.shl (i32.load16_u (local.get $given)) (i32.const 1))))))
      (local.set $given (i32.add (local.get $given) (i32.const 2)))
      (local.set $target (i32.add (local.get $target) (i32.const 2)))
      (br $next))))

  ;; The bits of sixteen comparisons.
  (func $bits16 (param $a v128) (param $b v128) (param $c v128) (param $d v128) (result i32)
    (i8x16.bitmask (i8x16.narrow_i16x8_s
      (i16x8.narrow_i32x4_s (local.get $a) (local.get $b))
      (i16x8.narrow_i32x4_s (local.get $c) (local.get $d)))))

  ;; Those of four values that have passed a bound, and those that are missing.
  (func $reached (param $x v128) (param $bound v128) (param $never v128) (param $missing v128)
    (result v128)
    (v128.or
      (v128.andnot
        (i32x4.ge_s (local.get $x) (local.get $bound))
        (i32x4.eq (local.get $x) (local.get $never)))
      (i32x4.eq (local.get $x) (local.get $missing))))

  ;; The bits of sixteen values in each row of a plan, at so many bytes from its beginning.
  (func $scan (param $a v128) (param $b v128) (param $c v128) (param $d v128)
    (param $plan i32) (param $to i32)
    (local $missing v128) (local $never v128) (local $limit v128)
    (local $row i32) (local $bound i32) (local $end i32)
    (local.set $missing (v128.load32_splat (local.get $plan)))
    (local.set $never (v128.load32_splat offset=4 (local.get $plan)))
    (local.set $bound (i32.add (local.get $plan) (i32.const 16)))
    (local.set $end (i32.add (local.get $bound)
      (i32.shl (i32.load offset=8 (local.get $plan)) (i32.const 2))))
    (local.set $row (i32.add (i32.load offset=12 (local.get $plan)) (local.get $to)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $bound) (local.get $end)))
      (local.set $limit (v128.load32_splat (local.get $bound)))
      (i32.store16 (local.get $row) (call $bits16
        (call $reached (local.get $a) (local.get $limit) (local.get $never) (local.get $missing))
        (call $reached (local.get $b) (local.get $limit) (local.get $never) (local.get $missing))
        (call $reached (local.get $c) (local.get $limit) (local.get $never) (local.get $missing))
        (call $reached (local.get $d) (local.get $limit) (local.get $never) (local.get $missing))))
      (local.set $row (i32.add (local.get $row) (global.get $rowBytes)))
      (local.set $bound (i32.add (local.get $bound) (i32.const 4)))
      (br $next)))
    (i32.store16 (local.get $row) (call $bits16
      (i32x4.eq (local.get $a) (local.get $missing))
      (i32x4.eq (local.get $b) (local.get $missing))
      (i32x4.eq (local.get $c) (local.get $missing))
      (i32x4.eq (local.get $d) (local.get $missing)))))

  (func (export "scan8") (param $stored i32) (param $count i32) (param $plan i32)
    (local $at i32) (local $x v128) (local $y v128)
    (block $done (loop $next
      (br_if $done (i32.ge_s (local.get $at) (local.get $count)))
      (local.set $x (v128.load (local.get $stored)))
      (local.set $y (i16x8.extend_high_i8x16_u (local.get $x)))
      (local.set $x (i16x8.extend_low_i8x16_u (local.get $x)))
      (call $scan
        (i32x4.extend_low_i16x8_u (local.get $x)) (i32x4.extend_high_i16x8_u (local.get $x))
        (i32x4.extend_low_i16x8_u (local.get $y)) (i32x4.extend_high_i16x8_u (local.get $y))
        (local.get $plan) (i32.shr_u (local.get $at) (i32.const 3)))
      (local.set $stored (i32.add (local.get $stored) (i32.const 16)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $next))))

  (func (export "scan16") (param $stored i32) (param $count i32) (param $plan i32)
    (local $at i32) (local $x v128) (local $y v128)
    (block $done (loop $next
      (br_if $done (i32.ge_s (local.get $at) (local.get $count)))
      (local.set $x (v128.load (local.get $stored)))
      (local.set $y (v128.load offset=16 (local.get $stored)))
      (call $scan
        (i32x4.extend_low_i16x8_u (local.get $x)) (i32x4.extend_high_i16x8_u (local.get $x))
        (i32x4.extend_low_i16x8_u (local.get $y)) (i32x4.extend_high_i16x8_u (local.get $y))
        (local.get $plan) (i32.shr_u (local.get $at) (i32.const 3)))
      (local.set $stored (i32.add (local.get $stored) (i32.const 32)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $next))))

  (func (export "scan32") (param $stored i32) (param $count i32) (param $plan i32)
    (local $at i32) (local $x v128) (local $y v128)
    (block $done (loop $next
      (br_if $done (i32.ge_s (local.get $at) (local.get $count)))
      (call $scan
        (v128.load (local.get $stored)) (v128.load offset=16 (local.get $stored))
        (v128.load offset=32 (local.get $stored)) (v128.load offset=48 (local.get $stored))
        (local.get $plan) (i32.shr_u (local.get $at) (i32.const 3)))
      (local.set $stored (i32.add (local.get $stored) (i32.const 64)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $next))))
)
