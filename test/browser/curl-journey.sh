#!/usr/bin/env bash
# A report's whole way with nothing but curl: no JavaScript, no Origin, no Sec-Fetch headers.
#   curl-journey.sh SITE FOLDER PHOTO PHOTO EVIDENCE PASSWORD SETTLE
# SETTLE is a command that lets the ten seconds of undo pass. Prints the number and the key.
set -euo pipefail
site=$1 here=$2 photo1=$3 photo2=$4 evidence=$5 password=$6 settle=$7
page=$here/page.html

# ask JAR PATH [curl options]: saves the page, follows no redirect, prints the status
ask() {
  local jar=$here/$1.jar path=$2
  shift 2
  curl --silent --show-error --cookie "$jar" --cookie-jar "$jar" --output "$page" \
    --write-out '%{http_code}' "$@" "$site$path"
}

# must EXPECTED WHAT ACTUAL
must() {
  [ "$1" = "$3" ] && return
  echo "$2: answered $3, not $1" >&2
  sed 's/<style>.*<\/style>//; s/<[^>]*>/ /g' "$page" | head -c 1500 >&2
  exit 1
}

# field ACTION NAME: the hidden field of the form on the page that posts to ACTION
field() {
  tr '\n' ' ' <"$page" | sed 's/<form/\n<form/g' | grep -E "action=\"$1(\?lagi)?\"" | head -1 |
    grep -o "name=\"$2\" value=\"[^\"]*\"" | head -1 | sed 's/.*value="//; s/"$//'
}

shows() { grep -qF -- "$1" "$page" || { echo "the page does not say: $1" >&2; exit 1; }; }

# --- the citizen files and adds two photos
must 200 'the form' "$(ask citizen /lapor)"
must 200 'filing' "$(ask citizen /lapor \
  --data-urlencode "kiriman=$(field /lapor kiriman)" \
  --data-urlencode 'isi=Lampu jalan padam di depan rumah Cik Serindit, sudah sembilan hari.' \
  --data-urlencode "tanggal=$(TZ=Asia/Jakarta date +%F)" --data kategori=3 --data kelurahan=102 \
  --data-urlencode 'kontak_email=curl@contoh.id' --data-urlencode 'nama=Rosmaini Serindit')"
number=$(grep -o 'class="ref">[^<]*' "$page" | head -1 | cut -d'>' -f2)
key=$(grep -o 'class="key">[^<]*' "$page" | head -1 | cut -d'>' -f2)
mine=/laporan-saya/$number
must 303 'two photos' "$(ask citizen "$mine/berkas" \
  --form "kiriman=$(field "$mine/berkas" kiriman)" \
  --form "berkas=@$photo1;type=image/png" --form "berkas=@$photo2;type=image/png")"
must 200 'the status page' "$(ask citizen "$mine")"
shows 'Foto 2'
must 403 'a form without its token' "$(ask citizen "$mine/pencabutan" --data alasan=x)"

# sign_in JAR ADDRESS
sign_in() {
  must 200 'the sign-in page' "$(ask "$1" /petugas/masuk)"
  must 303 "$2 signs in" "$(ask "$1" /petugas/masuk \
    --data-urlencode "email=$2" --data-urlencode "sandi=$password")"
}

# give JAR NOUN [curl options]: one step of the case, with the token and version of its page
give() {
  local jar=$1 action=/petugas/laporan/$number/$2
  shift 2
  must 200 "$jar opens the case" "$(ask "$jar" "/petugas/laporan/$number")"
  must 303 "$jar: $action" "$(ask "$jar" "$action" --form-string "sesi=$(field "$action" sesi)" \
    --form-string "versi=$(field "$action" versi)" "$@")"
}

# --- the verifier releases and routes
sign_in verifier verifikator@contoh.id
must 200 'the list' "$(ask verifier /petugas/antrean/belum-diverifikasi)"
shows "$number"
must 200 'the case' "$(ask verifier "/petugas/laporan/$number")"
shown=$(grep -o 'name="foto" value="[^"]*"' "$page" | head -1 | sed 's/.*value="//; s/"$//')
give verifier penerusan --form-string jenis=complaint --form-string kategori=3 \
  --form-string prioritas=normal --form-string rilis=ya --form-string "foto=$shown" \
  --form-string 'judul_rilis=Lampu jalan padam di Purnama (curl)' \
  --form-string 'teks_rilis=Lampu jalan padam sejak sembilan hari lalu.'
$settle

# --- the officer takes it up and asks; the citizen answers
sign_in officer petugas1.dishub@contoh.id
give officer penanganan
give officer pertanyaan --form-string 'pertanyaan=Berapa tiang yang padam?'
$settle
must 303 'number and key' "$(ask phone /lacak --data-urlencode "nomor=$number" --data-urlencode "kode=$key")"
must 200 'the status page' "$(ask phone "$mine")"
shows 'Berapa tiang yang padam?'

# step JAR NOUN [curl options]: one step of the reporter
step() {
  local jar=$1 action=$mine/$2
  shift 2
  must 200 'the status page' "$(ask "$jar" "$mine")"
  must 303 "$action" "$(ask "$jar" "$action" \
    --data-urlencode "kiriman=$(field "$action" kiriman)" "$@")"
}
step phone jawaban --data-urlencode 'jawaban=Tiga tiang, dari simpang sampai jembatan.'

# --- a reply, the closing with evidence, the citizen's word and rating
give officer tanggapan --form-string 'tanggapan=Tim turun sore ini.'
give officer penutupan --form-string 'tanggapan=Tiga lampu sudah kami ganti dan menyala.' \
  --form-string 'alasan=Lampu sudah menyala malam tadi.' --form "berkas=@$evidence;type=image/png"
$settle
step phone konfirmasi
step phone nilai --data nilai=4
must 200 'the status page' "$(ask phone "$mine")"
shows 'Selesai'
must 200 'as plain text' "$(ask phone "$mine" --header 'Accept: text/plain')"
shows "$number"

# --- everyone sees the outcome
must 200 'the public page' "$(ask nobody "/laporan/$number")"
shows 'Tiga lampu sudah kami ganti'
if grep -q Serindit "$page"; then echo 'the public page names the reporter' >&2; exit 1; fi
must 200 'the list for everyone' "$(ask nobody '/laporan?q=lampu&opd=8')"
shows "$number"
for path in /opd/dinas-perhubungan /widget/dinas-perhubungan /widget/dinas-perhubungan/lencana.svg; do
  must 200 "$path" "$(ask nobody "$path")"
done

# --- and out again
must 200 'the desk' "$(ask officer "/petugas/laporan/$number")"
must 303 'signing out' "$(ask officer /petugas/keluar --data-urlencode "sesi=$(field /petugas/keluar sesi)")"
must 303 'the desk is closed' "$(ask officer "/petugas/laporan/$number")"
echo "$number $key"
